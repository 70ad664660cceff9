package org.bayeux.server;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.server.service.AnnotationSource;
import org.bayeux.server.service.ServiceBinder;
import org.bayeux.server.service.ServiceBinding;
import org.bayeux.server.service.ServiceDefinition;
import org.bayeux.server.service.ServiceInvoker;
import org.bayeux.server.service.ServiceObject;
import org.bayeux.server.service.ServiceReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes annotated objects services of a server where no CDI container does.
 *
 * <p>An object whose class is not annotated with {@link org.bayeux.annotation.Service @Service} is left alone. Each
 * object has its own session. Thread-safe, but one object is to be processed by one thread at a time. Source: manual,
 * 9.3.3.12.
 */
public final class ServerAnnotationProcessor {

    private final BayeuxServer server;
    private final ServiceBinder binder;
    private final Map<Identity, Processed> services = new ConcurrentHashMap<>();

    /** Processes for this server. */
    public ServerAnnotationProcessor(BayeuxServer server) {
        this.server = server;
        this.binder = new ServiceBinder(server);
    }

    /**
     * Takes all steps: dependencies, configurations, callbacks, and {@code @PostConstruct} methods.
     *
     * @return whether there was anything to do
     * @throws IllegalArgumentException naming all mistakes in the annotations, if there are any
     * @throws IllegalStateException if the policy refuses the service's session, a channel to be configured exists, or
     *     a method of the service failed
     */
    public boolean process(Object service) {
        boolean done = processDependencies(service);
        done |= processConfigurations(service);
        done |= processCallbacks(service);
        done |= processPostConstruct(service);
        return done;
    }

    /**
     * Takes back what the callbacks began, then calls the {@code @PreDestroy} methods. What was injected stays.
     *
     * @return whether there was anything to do
     */
    public boolean deprocess(Object service) {
        boolean done = deprocessCallbacks(service);
        done |= processPreDestroy(service);
        return done;
    }

    /**
     * Sets what is annotated with {@code @Inject}, where that is a {@link BayeuxServer} not set yet, and with
     * {@link org.bayeux.annotation.Session @Session}.
     *
     * @return whether there was anything to set
     */
    public boolean processDependencies(Object service) {
        return definitionOf(service)
                .map(definition -> {
                    boolean injected = new ServiceObject(service).inject(server);
                    LocalSession session = processed(service, definition).session();
                    definition.sessionPoints().forEach(point -> point.set(service, session));
                    return injected || !definition.sessionPoints().isEmpty();
                })
                .orElse(false);
    }

    /**
     * Makes the channels of methods annotated with {@link org.bayeux.annotation.Configure @Configure}.
     *
     * @return whether there are any
     */
    public boolean processConfigurations(Object service) {
        return definitionOf(service)
                .map(definition -> {
                    binder.configure(definition, ServiceInvoker.on(service));
                    return definition.hasConfigurations();
                })
                .orElse(false);
    }

    /**
     * Begins to call methods annotated with {@link org.bayeux.annotation.Listener @Listener},
     * {@link org.bayeux.annotation.Subscription @Subscription} and {@link org.bayeux.annotation.RemoteCall @RemoteCall}.
     * Does nothing if they are called already.
     *
     * @return whether there are any
     */
    public boolean processCallbacks(Object service) {
        return definitionOf(service)
                .map(definition -> {
                    processed(service, definition).bind(binder, definition, service);
                    return definition.hasCallbacks();
                })
                .orElse(false);
    }

    /**
     * Calls methods annotated with {@code @PostConstruct}.
     *
     * @return whether there are any
     */
    public boolean processPostConstruct(Object service) {
        return new ServiceObject(service).postConstruct();
    }

    /**
     * Stops calling the methods of a service, and ends its session.
     *
     * @return whether it was being called, or had a session
     */
    public boolean deprocessCallbacks(Object service) {
        Processed processed = services.remove(new Identity(service));
        if (processed == null) {
            return false;
        }
        processed.end();
        return true;
    }

    /**
     * Calls methods annotated with {@code @PreDestroy}.
     *
     * @return whether there are any
     */
    public boolean processPreDestroy(Object service) {
        return new ServiceObject(service).preDestroy();
    }

    private static Optional<ServiceDefinition> definitionOf(Object service) {
        Class<?> type = new ServiceObject(service).type();
        AnnotationSource annotations = AnnotationSource.compiled();
        return ServiceReader.isService(type, annotations)
                ? Optional.of(ServiceReader.read(type, annotations).definitionOrThrow())
                : Optional.empty();
    }

    private Processed processed(Object service, ServiceDefinition definition) {
        Identity identity = new Identity(service);
        Processed known = services.get(identity);
        if (known != null) {
            return known;
        }
        Processed made = new Processed(binder.open(definition));
        services.put(identity, made);
        return made;
    }

    /** A service with its session. Confined to the thread that processes it. */
    private static final class Processed {

        private final LocalSession session;
        private @Nullable ServiceBinding binding;

        Processed(LocalSession session) {
            this.session = session;
        }

        LocalSession session() {
            return session;
        }

        void bind(ServiceBinder binder, ServiceDefinition definition, Object service) {
            if (binding == null) {
                binding = binder.bind(definition, session, ServiceInvoker.on(service));
            }
        }

        void end() {
            if (binding != null) {
                binding.unbind();
            }
            session.disconnect();
        }
    }

    /** A key that is equal for the same object only, whatever the object thinks of equality. */
    private record Identity(Object object) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity identity && identity.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }
}
