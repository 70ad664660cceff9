package org.bayeux.it.cdi.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.bayeux.cdi.ToChannel;
import org.bayeux.cdi.event.ConnectionLost;
import org.bayeux.cdi.event.SessionAdded;
import org.bayeux.cdi.event.SessionRemoved;

/** Tells everybody who comes and goes. */
@ApplicationScoped
public class Presence {

    @Inject
    @ToChannel("/presence")
    private Event<String> presence;

    void came(@Observes SessionAdded event) {
        presence.fire("added " + event.session().getId());
    }

    void lost(@Observes ConnectionLost event) {
        presence.fire("lost " + event.session().getId());
    }

    void went(@Observes SessionRemoved event) {
        presence.fire("removed " + event.session().getId() + ' ' + event.reason());
    }
}
