package org.bayeux.jaxrs;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.cdi.spi.TransportAdapter;
import org.bayeux.server.config.ServerConfig;
import org.jspecify.annotations.Nullable;

/**
 * Opens the long-polling transport at the path of the server: a JAX-RS application of its own, beside and apart from
 * the ones of the web application.
 *
 * <p>Confined to the threads that start and stop the web application, which call one after another.
 */
public final class LongPollingAdapter implements TransportAdapter {

    private @Nullable ServletContext started;

    @Override
    public void register(ServletContext context, String path) throws ServletException {
        RestServlet.of(context).register(context, path);
    }

    @Override
    public void start(ServletContext context, BayeuxApplication application) {
        if (application.engine().config().allowedTransports().contains(ServerConfig.LONG_POLLING)) {
            context.setAttribute(LongPolling.ATTRIBUTE, new LongPolling(application));
            started = context;
        }
    }

    /** Later requests are answered with 503. Requests that are held are answered by the engine when it stops. */
    @Override
    public void stop() {
        if (started != null) {
            started.removeAttribute(LongPolling.ATTRIBUTE);
            started = null;
        }
    }
}
