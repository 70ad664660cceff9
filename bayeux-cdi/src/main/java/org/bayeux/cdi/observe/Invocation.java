package org.bayeux.cdi.observe;

import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One event for one observer method. Observers are known since the deployment, so nothing is resolved when it happens.
 *
 * <p>Immutable.
 *
 * @param event the event
 * @param observer whose qualifiers and type the event counts as having
 */
record Invocation<T>(T event, ObserverMethod<?> observer) implements EventContext<T>, EventMetadata {

    @Override
    public T getEvent() {
        return event;
    }

    @Override
    public EventMetadata getMetadata() {
        return this;
    }

    @Override
    public Set<Annotation> getQualifiers() {
        return observer.getObservedQualifiers();
    }

    @Override
    public @Nullable InjectionPoint getInjectionPoint() {
        return null;
    }

    @Override
    public Type getType() {
        return observer.getObservedType();
    }

    /** Calls the observer, which was found to observe events of this type. */
    @SuppressWarnings("unchecked")
    static <T> void call(ObserverMethod<?> observer, T event) {
        ((ObserverMethod<T>) observer).notify(new Invocation<>(event, observer));
    }
}
