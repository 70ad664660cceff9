package org.bayeux.cdi.lifecycle;

import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.cdi.spi.TransportAdapter;

/**
 * The lives of all servers of one deployment: one, or one for each web application where several of an EAR share this
 * library and their beans.
 *
 * <p>They share it if it is in the EAR and the transports are in the WARs. A web application is known by its class of a
 * transport then, which its class loader finds, whatever other loader the container has put around it. Thread-safe.
 */
public final class ServerLifecycles {

    private final BeanManager manager;
    private final ServerBeans beans;
    private final boolean shared;
    private final Map<Class<?>, ServerLifecycle> lives = new ConcurrentHashMap<>();
    private final Map<ClassLoader, Optional<Class<?>>> transports = new ConcurrentHashMap<>();

    /** No server runs yet. */
    public ServerLifecycles(BeanManager manager, ServerBeans beans) {
        this.manager = manager;
        this.beans = beans;
        this.shared = transportSeenBy(ServerLifecycles.class.getClassLoader()).isEmpty();
    }

    /** What has to fit together: all beans, or those that one web application can see. */
    public Collection<ServerBeans> beans() {
        return shared ? beans.byLoader() : List.of(beans);
    }

    /**
     * The life of the server of whom the calling thread works for.
     *
     * @throws IllegalStateException if that is none of several web applications that share their beans
     */
    public ServerLifecycle current() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? only() : of(loader);
    }

    /** The server for beans to use: where web applications share them, that of whom the calling thread works for. */
    public BayeuxServer server() {
        return shared ? new SharedServer(this).proxy() : current().server();
    }

    /**
     * The life of the server of a class; where web applications share the class, that of whom the calling thread works
     * for.
     *
     * @throws IllegalStateException as {@link #current()}
     */
    public ServerLifecycle of(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || transport(loader).isEmpty() ? current() : of(loader);
    }

    /**
     * The life of the server of the web application that has a class loader.
     *
     * @throws IllegalStateException if that is none of several web applications that share their beans
     */
    public ServerLifecycle of(ClassLoader loader) {
        Optional<Class<?>> transport = shared ? transport(loader) : Optional.empty();
        return transport
                .map(it -> lives.computeIfAbsent(it, absent -> life(beans.seenBy(loader))))
                .orElseGet(this::only);
    }

    private ServerLifecycle only() {
        List<ServerLifecycle> known = List.copyOf(lives.values());
        if (known.size() > 1) {
            throw new IllegalStateException(
                    "BYX-2106: several web applications share this library, and the calling thread"
                            + " works for none of them: use the server in code of a web application");
        }
        return known.isEmpty() ? lives.computeIfAbsent(ServerLifecycles.class, absent -> life(beans)) : known.get(0);
    }

    private ServerLifecycle life(ServerBeans seen) {
        return new ServerLifecycle(
                manager,
                seen.services(),
                InstallableBeans.among(seen.installable(), manager),
                seen.parts().apply(type -> true));
    }

    private Optional<Class<?>> transport(ClassLoader loader) {
        return transports.computeIfAbsent(loader, ServerLifecycles::transportSeenBy);
    }

    private static Optional<Class<?>> transportSeenBy(ClassLoader loader) {
        return ServiceLoader.load(TransportAdapter.class, loader).stream()
                .<Class<?>>map(ServiceLoader.Provider::type)
                .findFirst();
    }

    /** Stops all. */
    public void stop() {
        lives.values().forEach(ServerLifecycle::stop);
    }
}
