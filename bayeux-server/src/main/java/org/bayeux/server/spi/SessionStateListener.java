package org.bayeux.server.spi;

import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.SessionEnd;

/**
 * Hears more of sessions than applications do. Added like their listeners; what happens to one session is told in its
 * order, and as part of that session, see {@link CurrentSession}.
 */
public interface SessionStateListener extends BayeuxServer.BayeuxServerListener {

    /**
     * There is no way to the client any more, though it did not take leave: its socket has broken, or the answer to its
     * connect could not be written. It has {@code maxInterval} to come back. A client that polls and does not come again is
     * not noticed before its session expires.
     */
    default void connectionLost(ServerSession session) {}

    /** A client whose connection was lost is back. */
    default void connectionResumed(ServerSession session) {}

    /** A session has ended; told behind {@link BayeuxServer.SessionListener#sessionRemoved}. */
    default void removed(ServerSession session, SessionEnd reason) {}

    /** Nobody will hear of a session any more: everybody was told of its end, or its handshake was refused. */
    default void forgotten(ServerSession session) {}
}
