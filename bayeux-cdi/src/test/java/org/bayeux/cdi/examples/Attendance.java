package org.bayeux.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.api.server.SessionEnd;
import org.bayeux.cdi.event.SessionAdded;
import org.bayeux.cdi.event.SessionRemoved;

@ApplicationScoped
public class Attendance {

    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger vanished = new AtomicInteger();

    void came(@Observes SessionAdded event) {
        present.incrementAndGet();
    }

    void went(@ObservesAsync SessionRemoved event) {
        present.decrementAndGet();
        if (event.reason() == SessionEnd.EXPIRED) {
            vanished.incrementAndGet();
        }
    }
}
