package org.bayeux.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Closes one socket. That may block for long on some servers, so it happens on a managed thread.
 *
 * <p>Thread-safe: whoever sets {@code begun} closes, so that a close that hangs takes one thread however many ask for it.
 */
final class SocketCloser implements Closer {

    /** Room for the reason in a close frame (RFC 6455, section 5.5), beside the code. */
    private static final int LONGEST_REASON = 123;

    private final Session session;
    private final Executor executor;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    SocketCloser(Session session, Executor executor) {
        this.session = session;
        this.executor = executor;
    }

    @Override
    public void close(CloseCode code, String reason) {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        Runnable closing = () -> {
            try {
                closeHere(code, reason);
            } finally {
                ended.complete(null);
            }
        };
        try {
            executor.execute(closing);
        } catch (RejectedExecutionException e) {
            // The application stops: the caller has nobody else to serve.
            closing.run();
        }
    }

    /** Completed when the container has closed, or could not. */
    CompletableFuture<Void> ended() {
        return ended;
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
