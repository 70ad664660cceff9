package org.bayeux.jaxrs;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.jspecify.annotations.Nullable;

/**
 * Stands between container and JAX-RS. Requests lose the type of their body on the way, so that JAX-RS leaves it unread.
 * What is held is answered before JAX-RS goes: containers destroy the servlets of a web application that stops before
 * they tell anybody else, and then nothing could be written any more.
 *
 * <p>As thread-safe as the servlet of the JAX-RS implementation.
 */
final class LongPollingServlet implements Servlet {

    private final Servlet jaxrs;

    LongPollingServlet(Servlet jaxrs) {
        this.jaxrs = jaxrs;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        jaxrs.init(config);
    }

    /** Null until {@link #init}, as containers show when an application fails to start. */
    @Override
    public @Nullable ServletConfig getServletConfig() {
        return jaxrs.getServletConfig();
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        jaxrs.service(request instanceof HttpServletRequest http ? new UntypedRequest(http) : request, response);
    }

    @Override
    public String getServletInfo() {
        return jaxrs.getServletInfo();
    }

    @Override
    public void destroy() {
        ServletConfig config = getServletConfig();
        if (config == null) {
            // The application failed to start before its servlets were initialized.
            return;
        }
        try {
            if (config.getServletContext().getAttribute(BayeuxApplication.ATTRIBUTE)
                    instanceof BayeuxApplication application) {
                application.stop();
            }
        } finally {
            jaxrs.destroy();
        }
    }
}
