package org.bayeux.jaxrs;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.bayeux.cdi.spi.BayeuxApplication;

/**
 * Runs JAX-RS, keeps it from reading bodies, and answers what is held before JAX-RS goes: containers destroy the servlets of a web application that
 * stops before they tell anybody else, and then nothing could be written any more.
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

    @Override
    public ServletConfig getServletConfig() {
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
        try {
            if (getServletConfig().getServletContext().getAttribute(BayeuxApplication.ATTRIBUTE)
                    instanceof BayeuxApplication application) {
                application.stop();
            }
        } finally {
            jaxrs.destroy();
        }
    }
}
