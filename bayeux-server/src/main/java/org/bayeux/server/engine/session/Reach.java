package org.bayeux.server.engine.session;

/**
 * Whether the client of a session has been cut off against its will.
 *
 * <p>Not thread-safe: guarded by the lock of its session.
 */
final class Reach {

    private final SessionEvents events;
    private boolean lost;

    Reach(SessionEvents events) {
        this.events = events;
    }

    /** There is no way to the client, though it did not take leave. */
    void loses(Effects effects) {
        if (!lost) {
            lost = true;
            effects.add(events.reachable(false));
        }
    }

    /** The client has come by itself. */
    void regains(Effects effects) {
        if (lost) {
            lost = false;
            effects.add(events.reachable(true));
        }
    }
}
