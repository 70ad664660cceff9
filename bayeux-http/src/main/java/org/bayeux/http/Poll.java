package org.bayeux.http;

import java.util.List;
import java.util.concurrent.Executor;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/**
 * One request with messages: hands them to the engine, or says why there are none.
 *
 * <p>Immutable.
 *
 * @param transport its name
 * @param callback who takes the answer; null if it is plain JSON
 */
record Poll(
        BayeuxEngine engine,
        Executor executor,
        HttpExchange exchange,
        String transport,
        @Nullable Callback callback) {

    /** What is in a request. */
    @FunctionalInterface
    interface Source {

        List<BayeuxMessage> messages() throws Refused, MalformedMessageException;
    }

    void process(Source source) {
        try {
            process(source.messages());
        } catch (Refused e) {
            exchange.refuse(e);
        } catch (MalformedMessageException e) {
            exchange.refuse(Refused.malformed(e));
        } catch (RuntimeException | Error e) {
            // A bug, or too little memory: told here, since on this thread nobody else might tell.
            HttpLog.requestFailed(e);
            exchange.refuse(Refused.byFailure());
        }
    }

    private void process(List<BayeuxMessage> messages) {
        HttpOutlet outlet = new HttpOutlet(exchange, engine.config().cookie(), callback, executor);
        try {
            engine.open(transport, exchange.openContext(), outlet).receive(messages);
        } finally {
            outlet.endOfReceiving();
        }
    }
}
