package org.bayeux.cdi.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionTarget;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.util.Nonbinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.Service;
import org.bayeux.cdi.lifecycle.ServerBeans;
import org.bayeux.cdi.lifecycle.ServerLifecycles;
import org.bayeux.cdi.lifecycle.ServerPart;
import org.bayeux.cdi.observe.TemplateParameters;
import org.bayeux.cdi.publish.UserSessions;
import org.bayeux.cdi.scope.ClientSessionContext;
import org.bayeux.cdi.scope.SessionBeans;
import org.bayeux.server.service.ServiceReading;
import org.jspecify.annotations.Nullable;

/**
 * Finds services and other beans for the server of an application, makes the server injectable, and refuses
 * applications with mistakes.
 *
 * <p>Found by CDI. Runs nothing by itself: the server begins with its first use, at the latest when the web application
 * starts. Confined to the deployment, except for {@link #lifecycles()}.
 */
public class BayeuxExtension implements Extension {

    private final DiscoveredServices services = new DiscoveredServices();
    private final StrayAnnotations strays = new StrayAnnotations();
    private final DiscoveredBeans beans = new DiscoveredBeans();
    private final DiscoveredObservers observers = new DiscoveredObservers();
    private final DiscoveredPublishers publishers = new DiscoveredPublishers();
    private final SessionBeans sessionBeans = new SessionBeans();
    private final TemplateParameters shown = new TemplateParameters();
    private final UserSessions users = new UserSessions();
    private volatile @Nullable ServerLifecycles lifecycles;

    /** Made by CDI. */
    public BayeuxExtension() {}

    /**
     * The lives of the servers.
     *
     * @throws IllegalStateException if the application is not deployed yet
     */
    public ServerLifecycles lifecycles() {
        ServerLifecycles deployed = lifecycles;
        if (deployed == null) {
            throw new IllegalStateException("The application is being deployed, its Bayeux server cannot be used yet");
        }
        return deployed;
    }

    /** So that observers have it injected by name. Services get theirs by themselves. */
    void letParametersBeInjected(@Observes BeforeBeanDiscovery event) {
        event.configureQualifier(Param.class).methods().forEach(name -> name.add(Nonbinding.Literal.INSTANCE));
    }

    /** So that a class which is made by constructor injection alone can be a service. */
    void letUnproxyableBeSingletons(
            @Observes @WithAnnotations(Service.class) ProcessAnnotatedType<?> event, BeanManager manager) {
        AnnotatedType<?> type = event.getAnnotatedType();
        if (!type.isAnnotationPresent(Service.class)) {
            return;
        }
        services.addAbstract(type);
        strays.addService(type);
        if (!Proxyability.isProxyable(type.getJavaClass()) && !Proxyability.hasScope(type, manager)) {
            event.configureAnnotatedType().add(Proxyability.SINGLETON);
        }
    }

    <T> void giveSessions(@Observes ProcessInjectionTarget<T> event) {
        services.read(event.getAnnotatedType())
                .map(ServiceReading::definition)
                .filter(service -> !service.sessionPoints().isEmpty())
                .ifPresent(service -> event.setInjectionTarget(
                        new SessionInjection<>(event.getInjectionTarget(), service, () -> lifecycles()
                                .of(service.type())
                                .sessionOf(service))));
    }

    void collectServices(@Observes ProcessManagedBean<?> event, BeanManager manager) {
        AnnotatedType<?> type = event.getAnnotatedBeanClass();
        strays.addBean(type);
        services.read(type)
                .ifPresentOrElse(
                        reading -> services.add(
                                event.getBean(),
                                reading,
                                event instanceof ProcessSessionBean<?>,
                                manager.isNormalScope(event.getBean().getScope())),
                        () -> strays.addOther(type));
    }

    void collectBeans(@Observes ProcessBean<?> event) {
        beans.add(event.getBean(), event.getAnnotated());
    }

    void collectObservers(@Observes ProcessObserverMethod<?, ?> event) {
        observers.add(event.getObserverMethod(), event.getAnnotatedMethod());
    }

    void collectPublishers(@Observes ProcessInjectionPoint<?, ?> event) {
        publishers.add(event.getInjectionPoint());
        beans.add(event.getInjectionPoint());
        observers.add(event.getInjectionPoint());
    }

    void add(@Observes AfterBeanDiscovery event) {
        // Not where they are found: containers give up at the first bean with an error.
        services.problems().forEach(problem -> event.addDefinitionError(new DefinitionException(problem)));
        beans.problems().forEach(problem -> event.addDefinitionError(new DefinitionException(problem)));
        strays.problems(services).forEach(problem -> event.addDefinitionError(new DefinitionException(problem)));
        observers.problems().forEach(problem -> event.addDefinitionError(new DefinitionException(problem)));
        publishers.problems().forEach(problem -> event.addDefinitionError(new DefinitionException(problem)));
        Additions additions = new Additions(event, this::lifecycles);
        additions.server();
        additions.engine();
        additions.firedEvents();
        if (observers.takeParameters()) {
            additions.parameters(shown);
        }
        if (publishers.areThere()) {
            additions.publishers(users);
        }
        event.addContext(new ClientSessionContext(() -> Optional.of(sessionBeans)));
    }

    void finish(@Observes AfterDeploymentValidation event, BeanManager manager) {
        Checks checks = new Checks(event);
        checks.options();
        ServerLifecycles deployed =
                new ServerLifecycles(manager, new ServerBeans(services.beans(), beans.installable(), this::parts));
        for (ServerBeans seenTogether : deployed.beans()) {
            checks.targets(seenTogether.services());
            checks.configurations(seenTogether.services());
            checks.installable(seenTogether.installable(), manager);
        }
        lifecycles = deployed;
        services.clear();
        strays.clear();
        beans.clear();
    }

    private List<ServerPart> parts(Predicate<Class<?>> seen) {
        List<ServerPart> parts =
                new ArrayList<>(List.of(sessionBeans, observers.ofEvents(seen), observers.ofMessages(seen, shown)));
        if (publishers.areThere()) {
            parts.add(users);
        }
        return parts;
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        stop();
    }

    void stop(@Observes BeforeShutdown event) {
        stop();
    }

    private void stop() {
        ServerLifecycles deployed = lifecycles;
        if (deployed != null) {
            deployed.stop();
        }
    }
}
