package org.bayeux.server.engine.session;

import java.util.List;
import org.bayeux.wire.BayeuxMessage;

/** What a session tells about itself. Called with no lock held; implementations may run user code. */
interface SessionEvents {

    /** These messages are about to leave; what is returned leaves. */
    List<BayeuxMessage> leaving(List<BayeuxMessage> messages);

    /** The session has ended; called once. */
    void closed(CloseReason reason);
}
