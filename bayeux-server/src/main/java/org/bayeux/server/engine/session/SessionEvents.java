package org.bayeux.server.engine.session;

import java.util.List;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** What a session tells about itself. Called with no lock held; implementations may run user code. */
interface SessionEvents {

    /** These messages are about to leave; what is returned leaves. */
    List<BayeuxMessage> leaving(List<BayeuxMessage> messages);

    /** What left has arrived at the transport, or did not and waits again unless the session has ended. */
    void settled(int messages, @Nullable Throwable failure);

    /** Messages that waited will never leave: others needed their room, or the session ends with them. */
    void lost(int messages);

    /** The session has ended; called once. */
    void closed(CloseReason reason);
}
