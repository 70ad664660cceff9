package org.bayeux.jaxrs;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.AsyncResponse;
import java.util.List;
import java.util.concurrent.Executor;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.MalformedMessageException;

/**
 * One HTTP request: hands the messages in its body to the engine, or says why there are none.
 *
 * <p>Confined to the request until the body is there, then to the thread that brings it.
 */
final class Poll implements BodyReader.Receiver {

    private final BayeuxEngine engine;
    private final Executor executor;
    private final HttpServletRequest request;
    private final AsyncResponse response;
    private final BodyType type;

    Poll(BayeuxEngine engine, Executor executor, HttpServletRequest request, AsyncResponse response, BodyType type) {
        this.engine = engine;
        this.executor = executor;
        this.request = request;
        this.response = response;
        this.type = type;
    }

    @Override
    public void received(byte[] body) {
        try {
            process(type.messages(request, body, engine.codec()));
        } catch (Refused e) {
            refused(e);
        } catch (MalformedMessageException e) {
            refused(Refused.malformed(e));
        } catch (RuntimeException | Error e) {
            // A bug, or too little memory: told here, since on this thread nobody else might tell.
            JaxrsLog.requestFailed(e);
            refused(Refused.byFailure());
        }
    }

    @Override
    public void refused(Refused reason) {
        refuse(response, reason);
    }

    /** Ends the request past JAX-RS: implementations log the failure to answer at a level that clients must not reach. */
    @Override
    public void broken() {
        AsyncContext suspended = request.getAsyncContext();
        ((HttpServletResponse) suspended.getResponse()).setStatus(HttpServletResponse.SC_BAD_REQUEST);
        suspended.complete();
    }

    static void refuse(AsyncResponse response, Refused reason) {
        JaxrsLog.refused(reason);
        response.resume(Answers.refusal(reason));
    }

    private void process(List<BayeuxMessage> messages) {
        HttpContext context = new HttpContext(request);
        HttpOutlet outlet = new HttpOutlet(response, context, engine.config().cookie(), executor);
        try {
            engine.open(ServerConfig.LONG_POLLING, context, outlet).receive(messages);
        } finally {
            outlet.endOfReceiving();
        }
    }
}
