package org.bayeux.http;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.util.Set;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.cdi.spi.TransportAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Opens the HTTP transports at the path of the server, by a servlet of its own.
 *
 * <p>Confined to the threads that start and stop the web application, which call one after another.
 */
public final class HttpAdapter implements TransportAdapter {

    private static final String SERVLET_NAME = "bayeux-http";

    private final BayeuxServlet servlet = new BayeuxServlet();
    private @Nullable Reception started;

    @Override
    public void register(ServletContext context, String path) throws ServletException {
        ServletRegistration.Dynamic registration = context.addServlet(SERVLET_NAME, servlet);
        if (registration == null) {
            throw new ServletException(
                    HttpLog.SERVLET_NAME_TAKEN + ": there is a servlet named " + SERVLET_NAME + " already: rename it");
        }
        registration.setAsyncSupported(true);
        // Initialized early, so that it is destroyed in any case: that is when held requests are answered.
        registration.setLoadOnStartup(1);
        Set<String> taken = registration.addMapping(path, path + "/*");
        if (!taken.isEmpty()) {
            throw new ServletException(HttpLog.PATH_TAKEN + ": another servlet serves " + taken
                    + ": move it, or set bayeux.path to a free path");
        }
    }

    @Override
    public void start(ServletContext context, BayeuxApplication application) {
        Reception reception = new Reception(application);
        servlet.deliverTo(reception);
        started = reception;
    }

    /** Later requests are answered with 503. Requests that are held are answered by the engine when it stops. */
    @Override
    public void stop() {
        servlet.deliverTo(null);
        if (started != null) {
            started.close();
            started = null;
        }
    }
}
