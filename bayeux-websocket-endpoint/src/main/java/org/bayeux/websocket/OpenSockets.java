package org.bayeux.websocket;

import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
        CountDownLatch closing = new CountDownLatch(open.size());
        for (SocketCloser socket : open) {
            socket.close(CloseCodes.GOING_AWAY, "The server stops", closing::countDown);
        }
        try {
            if (!closing.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                WebSocketLog.notClosedInTime(closing.getCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
