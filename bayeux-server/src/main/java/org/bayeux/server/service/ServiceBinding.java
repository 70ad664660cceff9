package org.bayeux.server.service;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * A service in use; knows how to take its callbacks off the server again.
 *
 * <p>Thread-safe.
 */
public final class ServiceBinding {

    private final Deque<Runnable> undo = new ConcurrentLinkedDeque<>();

    ServiceBinding() {}

    /** Remembers a step that takes something back. */
    void undoneBy(Runnable step) {
        undo.addLast(step);
    }

    /** Ends the calls of the service's methods, except those under way. Does nothing the second time. */
    public void unbind() {
        for (Runnable step = undo.pollLast(); step != null; step = undo.pollLast()) {
            step.run();
        }
    }
}
