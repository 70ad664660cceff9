package org.bayeux.server.engine.session;

import org.bayeux.api.server.QueuePolicy;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.engine.watch.Watch;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** What a session needs of its server. Called with no lock held. */
public interface SessionHost {

    /**
     * Runs the server's extensions on a message that is to be delivered.
     *
     * @return whether it may go on
     */
    boolean sending(@Nullable ServerSession from, ServerSession to, BayeuxMessage message);

    /** What the channel of a message wants to happen where there is no room for it; {@code null}: it does not say. */
    @Nullable
    QueuePolicy queuePolicy(BayeuxMessage message);

    /** Hears what happens to sessions. */
    Watch watch();

    /** Does work as part of what happens to a session. */
    void work(SessionHandle session, Runnable work);

    /** The client of the session has been lost, or is back {@code again}. */
    void reachable(SessionHandle session, boolean again);

    /** Nobody will hear of the session any more. */
    void forgotten(SessionHandle session);

    /** The session has ended and must be forgotten; called once. */
    void ended(SessionHandle session, CloseReason reason);
}
