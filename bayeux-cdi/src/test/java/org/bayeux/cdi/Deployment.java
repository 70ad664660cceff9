package org.bayeux.cdi;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.Map;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.cdi.config.Settings;
import org.bayeux.cdi.discovery.BayeuxExtension;
import org.bayeux.cdi.lifecycle.ServerLifecycle;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryClient;

/** An application of the given classes in a container without servlets. */
public final class Deployment implements AutoCloseable {

    private final SeContainer container;

    private Deployment(SeContainer container) {
        this.container = container;
    }

    /** Deploys an application, but does not start its server. */
    @SuppressWarnings("unchecked") // the array of one extension class
    public static Deployment of(Class<?>... classes) {
        return new Deployment(SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(BayeuxExtension.class)
                .addBeanClasses(classes)
                .initialize());
    }

    /** Does what a web application does when it starts. */
    public BayeuxApplication start() {
        return start(() -> {});
    }

    public BayeuxApplication start(Runnable closeTransports) {
        return lifecycle().start(Settings.read(Map.of()), closeTransports);
    }

    public ServerLifecycle lifecycle() {
        return container
                .getBeanManager()
                .getExtension(BayeuxExtension.class)
                .lifecycles()
                .current();
    }

    public BayeuxServer server() {
        return get(BayeuxServer.class);
    }

    public <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    /** A client that shook hands. */
    public LocalSession client() {
        LocalSession client = server().newLocalSession("client");
        client.handshake();
        return client;
    }

    /** A remote client with a socket, who joined. */
    public static InMemoryClient socket(BayeuxApplication application) {
        return InMemoryClient.of(application.engine(), ServerConfig.WEBSOCKET, new Browser())
                .joins();
    }

    @Override
    public void close() {
        container.close();
    }
}
