package org.bayeux.cdi.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import org.bayeux.api.Bayeux;
import org.bayeux.cdi.config.Settings;
import org.bayeux.cdi.lifecycle.CdiLog;
import org.bayeux.cdi.lifecycle.ServerLifecycle;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.jspecify.annotations.Nullable;

/** Starts and stops the server with its web application. Confined to the threads that do so, one after another. */
final class ApplicationListener implements ServletContextListener {

    private final Settings settings;
    private final UnmadeServices unmade;
    private final Adapters adapters;
    private @Nullable ServerLifecycle lifecycle;

    ApplicationListener(Settings settings, UnmadeServices unmade, Adapters adapters) {
        this.unmade = unmade;
        this.settings = settings;
        this.adapters = adapters;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        ServerLifecycle found = DeployedBeans.lifecycle(context)
                .orElseThrow(() -> new IllegalStateException(
                        "BYX-2108: CDI does not run in this web application; add a bean or an empty"
                                + " WEB-INF/beans.xml, or let its bean-discovery-mode be other than none"));
        lifecycle = found;
        unmade.tell(found);
        BayeuxApplication application = found.start(settings, adapters::stop);
        context.setAttribute(BayeuxApplication.ATTRIBUTE, application);
        // Before clients can come: whoever listens for it may configure the server.
        context.setAttribute(Bayeux.ATTRIBUTE, application.engine().server());
        try {
            adapters.start(context, application);
        } catch (ServletException | RuntimeException e) {
            stop(context);
            throw new IllegalStateException("BYX-2107: a transport could not be opened: " + e.getMessage(), e);
        }
        application.engine().manageAs(context.getContextPath());
        CdiLog.started(address(context));
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        boolean started = context.getAttribute(BayeuxApplication.ATTRIBUTE) != null;
        stop(context);
        if (started) {
            CdiLog.stopped(address(context));
        }
    }

    private void stop(ServletContext context) {
        ServerLifecycle started = lifecycle;
        if (started != null) {
            started.stop();
        }
        context.removeAttribute(Bayeux.ATTRIBUTE);
        context.removeAttribute(BayeuxApplication.ATTRIBUTE);
    }

    private String address(ServletContext context) {
        return context.getContextPath() + settings.path();
    }
}
