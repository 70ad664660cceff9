package org.bayeux.server.engine.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.config.QueueLimits;

/** The log messages about sessions, codes BYX-1301 to BYX-1310. */
final class SessionLog {

    private static final Logger LOGGER = System.getLogger("org.bayeux.server");

    private SessionLog() {}

    /** At INFO: slow clients are no fault of the server, and there may be many. */
    static void tooSlow(ServerSession session, QueueLimits limits) {
        LOGGER.log(
                Level.INFO,
                () -> "BYX-1301: client " + session
                        + " took its messages too slowly and was disconnected; its limits are maxQueue="
                        + limits.maxMessages() + ", maxQueueBytes=" + limits.maxBytes()
                        + " and an eighth of what maxTotalQueueBytes leaves free");
    }
}
