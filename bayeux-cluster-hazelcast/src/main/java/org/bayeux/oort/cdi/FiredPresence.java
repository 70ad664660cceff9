package org.bayeux.oort.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import org.bayeux.oort.Seti;
import org.bayeux.oort.event.PresenceAdded;
import org.bayeux.oort.event.PresenceRemoved;

/** Lets CDI observers hear of users. Immutable. */
record FiredPresence(BeanManager manager) implements Seti.PresenceListener {

    @Override
    public void presenceAdded(Event event) {
        fire(PresenceAdded.class, new PresenceAdded(event.getURL(), event.getUserId()));
    }

    @Override
    public void presenceRemoved(Event event) {
        fire(PresenceRemoved.class, new PresenceRemoved(event.getURL(), event.getUserId()));
    }

    private <T> void fire(Class<T> type, T payload) {
        var event = manager.getEvent().select(type);
        var unused = event.fireAsync(payload);
        event.fire(payload);
    }
}
