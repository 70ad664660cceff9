package org.bayeux.it.deploy.contexts;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** One for each request. */
@RequestScoped
public class Visit {

    private static final AtomicInteger DESTROYED = new AtomicInteger();

    private int calls;

    int next() {
        return ++calls;
    }

    @PreDestroy
    void end() {
        DESTROYED.incrementAndGet();
    }

    /** How many are over, for all clients. */
    static int destroyed() {
        return DESTROYED.get();
    }
}
