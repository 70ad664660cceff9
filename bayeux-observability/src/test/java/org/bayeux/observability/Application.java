package org.bayeux.observability;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import org.bayeux.cdi.config.Settings;
import org.bayeux.cdi.discovery.BayeuxExtension;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryClient;

/** An application with this module in a container without servlets. */
final class Application implements AutoCloseable {

    private final SeContainer container;
    private final BayeuxApplication started;

    private Application(SeContainer container, Map<String, String> options) {
        this.container = container;
        Map<String, String> parameters = new HashMap<>();
        options.forEach((name, value) -> parameters.put("bayeux." + name, value));
        this.started = container
                .getBeanManager()
                .getExtension(BayeuxExtension.class)
                .lifecycles()
                .current()
                .start(Settings.read(parameters), () -> {});
    }

    /** Starts an application that has a bean besides. */
    static <T> Application with(Class<T> type, T bean, String... options) {
        return new Application(
                SeContainerInitializer.newInstance()
                        .disableDiscovery()
                        .addExtensions(new BayeuxExtension(), new ObservabilityExtension(), new Adding<>(type, bean))
                        .initialize(),
                optionsOf(options));
    }

    /** Starts an application with no bean of its own. */
    static Application plain(String... options) {
        return with(Application.Nothing.class, new Nothing(), options);
    }

    private static Map<String, String> optionsOf(String... options) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            map.put(options[i], options[i + 1]);
        }
        return map;
    }

    /** Does what a web application does when its transports are open. */
    Application open(String context) {
        started.engine().manageAs(context);
        return this;
    }

    BayeuxApplication started() {
        return started;
    }

    InMemoryClient socket() {
        return InMemoryClient.of(started.engine(), ServerConfig.WEBSOCKET, new Browser())
                .joins();
    }

    <T> T get(Class<T> type, Annotation... qualifiers) {
        return container.select(type, qualifiers).get();
    }

    @Override
    public void close() {
        container.close();
    }

    private static final class Nothing {}

    private record Adding<T>(Class<T> type, T bean) implements Extension {

        void add(@Observes AfterBeanDiscovery event) {
            event.<T>addBean()
                    .beanClass(type)
                    .types(Object.class, type)
                    .scope(Singleton.class)
                    .createWith(context -> bean);
        }
    }
}
