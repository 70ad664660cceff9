package org.bayeux.websocket;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.bayeux.wire.OneLine;
import org.jspecify.annotations.Nullable;

/** What this module tells operators: codes BYX-4000 to BYX-4999. What clients do wrong is told at DEBUG only. */
final class WebSocketLog {

    static final String FILTER_NAME_TAKEN = "BYX-4001";
    static final String NO_ENDPOINT = "BYX-4002";

    private static final Logger LOG = System.getLogger("org.bayeux.websocket");

    private WebSocketLog() {}

    static void noContainer() {
        LOG.log(
                Level.WARNING,
                "BYX-4100: the server has no WebSocket container, clients can use other transports only");
    }

    static void messageFailed(Throwable failure) {
        LOG.log(Level.ERROR, "BYX-4101: a message could not be processed", failure);
    }

    static void notClosedInTime(long count) {
        LOG.log(Level.WARNING, "BYX-4102: {0} WebSockets did not close in time", count);
    }

    static void noThread(Throwable cause) {
        LOG.log(Level.DEBUG, "WebSockets wait for a thread that closes them", cause);
    }

    static void slowContainer(Throwable cause) {
        LOG.log(Level.DEBUG, "The WebSocket container schedules a task for each message", cause);
    }

    static void unguarded(Throwable cause) {
        LOG.log(Level.WARNING, "BYX-4103: the connections of this Tyrus cannot be guarded", cause);
    }

    static void closing(String session, int code, String reason) {
        LOG.log(Level.DEBUG, "Closing WebSocket {0} with {1}: {2}", session, code, reason);
    }

    static void foreign(@Nullable String origin) {
        LOG.log(Level.DEBUG, "Refused a WebSocket to a page of {0}", OneLine.of(origin));
    }

    static void lost(String session, Throwable cause) {
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, "Lost WebSocket " + session, cause);
        }
    }
}
