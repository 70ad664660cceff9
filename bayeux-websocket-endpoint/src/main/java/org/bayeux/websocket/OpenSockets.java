package org.bayeux.websocket;

import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The open sockets of one web application, to be closed when it stops.
 *
 * <p>Thread-safe: {@code stopping} is written before the sockets are gone through and read after one is added, so each
 * is closed by one side or the other.
 */
final class OpenSockets {

    private final Set<SocketCloser> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** Returns false if it is too late: the caller closes the socket. */
    boolean add(SocketCloser socket) {
        sockets.add(socket);
        return !stopping;
    }

    void remove(SocketCloser socket) {
        sockets.remove(socket);
    }

    /** Tells all clients that the server goes away; returns when all are closed or {@code longest} has passed. */
    void closeAll(Duration longest) {
        stopping = true;
        List<SocketCloser> open = List.copyOf(sockets);
        for (SocketCloser socket : open) {
            socket.close(CloseCodes.GOING_AWAY, "The server stops");
        }
        try {
            CompletableFuture.allOf(open.stream().map(SocketCloser::ended).toArray(CompletableFuture[]::new))
                    .get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            WebSocketLog.notClosedInTime(
                    open.stream().filter(it -> !it.ended().isDone()).count());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A close ends normally, whatever happens", e);
        }
    }
}
