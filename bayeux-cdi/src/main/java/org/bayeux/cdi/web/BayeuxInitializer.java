package org.bayeux.cdi.web;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.bayeux.annotation.Service;
import org.bayeux.cdi.config.Settings;
import org.bayeux.cdi.lifecycle.CdiLog;
import org.bayeux.cdi.spi.TransportAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Makes every web application that has a transport a Bayeux server, without any XML. Found by the servlet container.
 *
 * <p>Only this way works for libraries of a WAR and of an EAR on all servers, and only here servlets can be added. The
 * jars of the transports have one each that does the same, since not all servers look for initializers in an EAR; whichever
 * comes first does it.
 */
@HandlesTypes(Service.class)
public class BayeuxInitializer implements ServletContainerInitializer {

    private static final String DONE = BayeuxInitializer.class.getName();

    /** Made by the servlet container. */
    public BayeuxInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) throws ServletException {
        if (context.getAttribute(DONE) != null) {
            return;
        }
        context.setAttribute(DONE, true);
        List<TransportAdapter> adapters = ServiceLoader.load(TransportAdapter.class, context.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (adapters.isEmpty()) {
            CdiLog.noTransport(context.getContextPath());
        } else {
            register(adapters, settings(context), UnmadeServices.among(classes), context);
        }
    }

    private static void register(
            List<TransportAdapter> adapters, Settings settings, UnmadeServices unmade, ServletContext context)
            throws ServletException {
        DeployedBeans.lifecycle(context).ifPresent(lifecycle -> lifecycle.announce(settings));
        for (TransportAdapter adapter : adapters) {
            adapter.register(context, settings.path());
        }
        context.addListener(new ApplicationListener(settings, unmade, new Adapters(adapters)));
    }

    private static Settings settings(ServletContext context) throws ServletException {
        Map<String, String> parameters = new HashMap<>();
        context.getInitParameterNames().asIterator().forEachRemaining(name -> {
            String value = context.getInitParameter(name);
            if (value != null) {
                parameters.put(name, value);
            }
        });
        try {
            return Settings.read(parameters);
        } catch (IllegalArgumentException e) {
            throw new ServletException("BYX-2101: " + e.getMessage() + "; correct the option", e);
        }
    }
}
