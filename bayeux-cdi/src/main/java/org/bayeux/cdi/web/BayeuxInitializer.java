package org.bayeux.cdi.web;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.bayeux.cdi.config.Settings;
import org.bayeux.cdi.spi.TransportAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Makes every web application that has this library a Bayeux server, without any XML. Found by the servlet container.
 *
 * <p>Only this way works for libraries of a WAR and of an EAR on all servers, and only here servlets can be added.
 */
public final class BayeuxInitializer implements ServletContainerInitializer {

    /** Made by the servlet container. */
    public BayeuxInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) throws ServletException {
        Settings settings = settings(context);
        DeployedBeans.lifecycle().ifPresent(lifecycle -> lifecycle.announce(settings));
        List<TransportAdapter> adapters = ServiceLoader.load(TransportAdapter.class, context.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        for (TransportAdapter adapter : adapters) {
            adapter.register(context, settings.path());
        }
        context.addListener(new ApplicationListener(settings, new Adapters(adapters)));
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
