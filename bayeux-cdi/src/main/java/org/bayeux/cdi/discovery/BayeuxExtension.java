package org.bayeux.cdi.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionTarget;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import org.bayeux.annotation.Service;
import org.bayeux.api.Bayeux;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.cdi.lifecycle.InstallableBeans;
import org.bayeux.cdi.lifecycle.ServerLifecycle;
import org.bayeux.server.service.ServiceReading;
import org.jspecify.annotations.Nullable;

/**
 * Finds services and other beans for the server of an application, makes the server injectable, and refuses
 * applications with mistakes.
 *
 * <p>Found by CDI. Runs nothing by itself: the server begins with its first use, at the latest when the web application
 * starts. Confined to the deployment, except for {@link #lifecycle()}.
 */
public class BayeuxExtension implements Extension {

    private final DiscoveredServices services = new DiscoveredServices();
    private final DiscoveredBeans beans = new DiscoveredBeans();
    private volatile @Nullable ServerLifecycle lifecycle;

    /** Made by CDI. */
    public BayeuxExtension() {}

    /**
     * The life of the server.
     *
     * @throws IllegalStateException if the application is not deployed yet
     */
    public ServerLifecycle lifecycle() {
        ServerLifecycle deployed = lifecycle;
        if (deployed == null) {
            throw new IllegalStateException("The application is being deployed, its Bayeux server cannot be used yet");
        }
        return deployed;
    }

    /** So that a class which is made by constructor injection alone can be a service. */
    void letUnproxyableBeSingletons(
            @Observes @WithAnnotations(Service.class) ProcessAnnotatedType<?> event, BeanManager manager) {
        AnnotatedType<?> type = event.getAnnotatedType();
        if (type.isAnnotationPresent(Service.class)
                && !Proxyability.isProxyable(type.getJavaClass())
                && !Proxyability.hasScope(type, manager)) {
            event.configureAnnotatedType().add(Proxyability.SINGLETON);
        }
    }

    <T> void giveSessions(@Observes ProcessInjectionTarget<T> event) {
        services.read(event.getAnnotatedType())
                .map(ServiceReading::definition)
                .filter(service -> !service.sessionPoints().isEmpty())
                .ifPresent(service -> event.setInjectionTarget(new SessionInjection<>(
                        event.getInjectionTarget(), service, () -> lifecycle().sessionOf(service))));
    }

    void collectServices(@Observes ProcessManagedBean<?> event, BeanManager manager) {
        services.read(event.getAnnotatedBeanClass())
                .ifPresent(reading -> services.add(
                        event.getBean(),
                        reading,
                        event instanceof ProcessSessionBean<?>,
                        manager.isNormalScope(event.getBean().getScope())));
    }

    void collectBeans(@Observes ProcessBean<?> event) {
        beans.add(event.getBean(), event.getAnnotated());
    }

    void addServer(@Observes AfterBeanDiscovery event) {
        // Not where they are found: containers give up at the first bean with an error.
        services.problems().forEach(problem -> event.addDefinitionError(new DefinitionException(problem)));
        event.<BayeuxServer>addBean()
                .beanClass(BayeuxExtension.class)
                .types(Object.class, Bayeux.class, BayeuxServer.class)
                .scope(ApplicationScoped.class)
                .createWith(context -> lifecycle().server());
    }

    void finish(@Observes AfterDeploymentValidation event, BeanManager manager) {
        Checks checks = new Checks(event);
        checks.options();
        checks.targets(services);
        InstallableBeans installable = checks.installable(beans, manager);
        lifecycle = new ServerLifecycle(manager, services.beans(), installable);
        services.clear();
        beans.clear();
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        stop();
    }

    void stop(@Observes BeforeShutdown event) {
        stop();
    }

    private void stop() {
        ServerLifecycle deployed = lifecycle;
        if (deployed != null) {
            deployed.stop();
        }
    }
}
