package org.bayeux.jaxrs;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.util.Arrays;
import java.util.Set;

/**
 * The servlet by which a server runs JAX-RS applications. Each server has its own, and registering it is the only way
 * to a JAX-RS application at a configurable path that works on all of them.
 */
enum RestServlet {
    LIBERTY("com.ibm.websphere.jaxrs.server.IBMRestServlet"),
    RESTEASY("org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher"),
    JERSEY("org.glassfish.jersey.servlet.ServletContainer");

    static final String SERVLET_NAME = "bayeux-long-polling";

    private final String className;

    RestServlet(String className) {
        this.className = className;
    }

    /**
     * The one of the server that runs the web application.
     *
     * @throws ServletException if there is none
     */
    static RestServlet of(ServletContext context) throws ServletException {
        ClassLoader application = context.getClassLoader();
        // A web application may carry the JAX-RS client of another make, and with it a servlet that does not fit here.
        for (RestServlet servlet : values()) {
            if (servlet.isLoadable(application, false)) {
                return servlet;
            }
        }
        for (RestServlet servlet : values()) {
            if (servlet.isLoadable(application, true)) {
                return servlet;
            }
        }
        throw new ServletException(JaxrsLog.NO_REST_SERVLET + ": no JAX-RS implementation found, looked for "
                + Arrays.stream(values()).map(RestServlet::className).toList());
    }

    /**
     * Serves the path and all below it.
     *
     * @throws ServletException if something else serves them already, or the servlet cannot be made
     */
    void register(ServletContext context, String path) throws ServletException {
        Servlet jaxrs = context.createServlet(load(context.getClassLoader()));
        ServletRegistration.Dynamic servlet = context.addServlet(SERVLET_NAME, new LongPollingServlet(jaxrs));
        if (servlet == null) {
            throw new ServletException(
                    JaxrsLog.SERVLET_NAME_TAKEN + ": there is a servlet named " + SERVLET_NAME + " already: rename it");
        }
        servlet.setInitParameter("jakarta.ws.rs.Application", LongPollingApplication.class.getName());
        servlet.setInitParameter("resteasy.servlet.mapping.prefix", path);
        servlet.setAsyncSupported(true);
        servlet.setLoadOnStartup(1);
        Set<String> taken = servlet.addMapping(path, path + "/*");
        if (!taken.isEmpty()) {
            throw new ServletException(JaxrsLog.PATH_TAKEN + ": another servlet serves " + taken
                    + ": move it, or set bayeux.path to a free path");
        }
    }

    String className() {
        return className;
    }

    private boolean isLoadable(ClassLoader application, boolean ofApplication) {
        try {
            return load(application).getClassLoader() != application || ofApplication;
        } catch (ServletException | LinkageError e) {
            return false;
        }
    }

    private Class<? extends Servlet> load(ClassLoader application) throws ServletException {
        try {
            return Class.forName(className, false, application).asSubclass(Servlet.class);
        } catch (ClassNotFoundException e) {
            throw new ServletException(e);
        }
    }
}
