package org.bayeux.http;

import java.util.List;
import java.util.concurrent.Executor;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.MalformedMessageException;

/**
 * One request with messages: hands them to the engine, or says why there are none.
 *
 * <p>Confined to the request until the body is there, then to the thread that brings it.
 */
final class Poll implements BodyReader.Receiver {

    private final BayeuxEngine engine;
    private final Executor executor;
    private final HttpExchange exchange;
    private final BodyType type;

    Poll(BayeuxEngine engine, Executor executor, HttpExchange exchange, BodyType type) {
        this.engine = engine;
        this.executor = executor;
        this.exchange = exchange;
        this.type = type;
    }

    @Override
    public void received(byte[] body) {
        try {
            process(type.messages(exchange.request(), body, engine.codec()));
        } catch (Refused e) {
            refused(e);
        } catch (MalformedMessageException e) {
            refused(Refused.malformed(e));
        } catch (RuntimeException | Error e) {
            // A bug, or too little memory: told here, since on this thread nobody else might tell.
            HttpLog.requestFailed(e);
            refused(Refused.byFailure());
        }
    }

    @Override
    public void refused(Refused reason) {
        exchange.refuse(reason);
    }

    @Override
    public void broken() {
        exchange.abandon();
    }

    private void process(List<BayeuxMessage> messages) {
        HttpOutlet outlet = new HttpOutlet(exchange, engine.config().cookie(), executor);
        try {
            engine.open(ServerConfig.LONG_POLLING, exchange.openContext(), outlet)
                    .receive(messages);
        } finally {
            outlet.endOfReceiving();
        }
    }
}
