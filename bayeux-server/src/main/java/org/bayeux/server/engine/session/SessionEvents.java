package org.bayeux.server.engine.session;

import java.util.List;
import org.bayeux.server.spi.Loss;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** What a session tells about itself. Called with no lock held; implementations may run user code. */
interface SessionEvents {

    /** These messages are about to leave; what is returned leaves. */
    List<BayeuxMessage> leaving(List<BayeuxMessage> messages);

    /** What left has arrived at the transport, or did not and waits again unless the session has ended. */
    void settled(int messages, @Nullable Throwable failure);

    /** The transport has taken these. */
    void flushed(List<BayeuxMessage> messages);

    /** Messages that waited will never leave. */
    void lost(int messages, Loss why);

    /**
     * The client has been lost, or is back {@code again}. Called under the lock, so that the order is noted; returns what
     * tells of it without.
     */
    Runnable reachable(boolean again);

    /** The session has ended; called once. */
    void closed(CloseReason reason);
}
