package org.bayeux.cdi.observe;

import jakarta.enterprise.inject.spi.ObserverMethod;
import org.bayeux.cdi.event.BayeuxEvent;

/**
 * An observer method that wants to know of sessions or channels.
 *
 * <p>Immutable.
 *
 * @param name of the method, for the log
 * @param type what it observes, or more
 */
public record EventObserver(ObserverMethod<?> method, String name, Class<?> type) {

    boolean wants(Class<? extends BayeuxEvent> kind) {
        return type.isAssignableFrom(kind);
    }

    int priority() {
        return method.getPriority();
    }
}
