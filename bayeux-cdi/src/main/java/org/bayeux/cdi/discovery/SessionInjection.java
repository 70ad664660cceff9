package org.bayeux.cdi.discovery;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.InjectionTarget;
import java.util.Set;
import java.util.function.Supplier;
import org.bayeux.api.server.LocalSession;
import org.bayeux.server.service.ServiceDefinition;

/**
 * Gives each object of a service the service's session, together with what else is injected.
 *
 * <p>{@code @Session} is no injection point of CDI, because the same type means another session in every service.
 *
 * @param session asked when an object is made, since the server must not run before
 */
record SessionInjection<T>(InjectionTarget<T> target, ServiceDefinition service, Supplier<LocalSession> session)
        implements InjectionTarget<T> {

    @Override
    public void inject(T instance, CreationalContext<T> context) {
        target.inject(instance, context);
        LocalSession opened = session.get();
        service.sessionPoints().forEach(point -> point.set(instance, opened));
    }

    @Override
    public T produce(CreationalContext<T> context) {
        return target.produce(context);
    }

    @Override
    public void postConstruct(T instance) {
        target.postConstruct(instance);
    }

    @Override
    public void preDestroy(T instance) {
        target.preDestroy(instance);
    }

    @Override
    public void dispose(T instance) {
        target.dispose(instance);
    }

    @Override
    public Set<InjectionPoint> getInjectionPoints() {
        return target.getInjectionPoints();
    }
}
