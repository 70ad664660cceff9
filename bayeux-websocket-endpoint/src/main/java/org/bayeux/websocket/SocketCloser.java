package org.bayeux.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Closes one socket. That may block for long on some servers, so it happens on a managed thread.
 *
 * <p>Immutable. Closing twice does no harm.
 */
record SocketCloser(Session session, Executor executor) implements Closer {

    /** Room for the reason in a close frame (RFC 6455, section 5.5), beside the code. */
    private static final int LONGEST_REASON = 123;

    @Override
    public void close(CloseCode code, String reason) {
        close(code, reason, () -> {});
    }

    /**
     * Closes on another thread.
     *
     * @param afterwards runs when the container has closed, or could not
     */
    void close(CloseCode code, String reason, Runnable afterwards) {
        Runnable closing = () -> {
            closeHere(code, reason);
            afterwards.run();
        };
        try {
            executor.execute(closing);
        } catch (RejectedExecutionException e) {
            // The application stops: the caller has nobody else to serve.
            closing.run();
        }
    }

    private void closeHere(CloseCode code, String reason) {
        WebSocketLog.closing(session.getId(), code.getCode(), reason);
        try {
            session.close(new CloseReason(code, inAscii(reason)));
        } catch (IOException | RuntimeException e) {
            WebSocketLog.lost(session.getId(), e);
        }
    }

    /** So that characters are bytes, none of which a cut may part. */
    private static String inAscii(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON)).replaceAll("[^ -~]", "?");
    }
}
