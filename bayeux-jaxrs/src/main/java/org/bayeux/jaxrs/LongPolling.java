package org.bayeux.jaxrs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.AsyncResponse;
import java.util.concurrent.Executor;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.spi.BayeuxEngine;

/**
 * The transport of one web application: takes the requests that JAX-RS delivers.
 *
 * <p>Immutable.
 */
final class LongPolling {

    /** Name of the attribute of the servlet context: costs each request less than looking up a bean. */
    static final String ATTRIBUTE = LongPolling.class.getName();

    private final BayeuxEngine engine;
    private final Executor executor;
    private final BodyReader reader;

    LongPolling(BayeuxApplication application) {
        engine = application.engine();
        executor = new ExecutorOrCaller(application.executor());
        reader = new BodyReader(engine.config().longPolling().maxMessageSize(), executor);
    }

    /**
     * Answers a request, now or later.
     *
     * @param injected what the JAX-RS implementation gives, which may be a proxy that works on this thread only
     */
    static void answer(HttpServletRequest injected, AsyncResponse response) {
        HttpServletRequest request = (HttpServletRequest)
                UntypedRequest.unwrap(injected.getAsyncContext().getRequest());
        if (request.getServletContext().getAttribute(ATTRIBUTE) instanceof LongPolling longPolling) {
            longPolling.read(request, response);
        } else {
            response.resume(Answers.refusal(Refused.notRunning()));
        }
    }

    private void read(HttpServletRequest request, AsyncResponse response) {
        try {
            BodyType type = BodyType.of(request.getContentType());
            reader.read(request, response, new Poll(engine, executor, request, response, type));
        } catch (Refused e) {
            Poll.refuse(response, e);
        }
    }
}
