package org.bayeux.websocket;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import org.jspecify.annotations.Nullable;

/**
 * Gives the handler of the WebSocket container a connection with a {@link ConnectionGuard}. Made by the servlet container, and
 * of no use to applications.
 *
 * <p>Thread-safe: {@code handler} is set within the request, before the container knows of the connection, and let go at the
 * end.
 */
public final class GuardedUpgradeHandler implements HttpUpgradeHandler {

    private volatile @Nullable HttpUpgradeHandler handler;
    private volatile @Nullable ConnectionGuard connection;

    /** Made by the servlet container. */
    public GuardedUpgradeHandler() {}

    void guard(HttpUpgradeHandler guarded) {
        handler = guarded;
    }

    @Override
    public void init(WebConnection opened) {
        ConnectionGuard guard = new ConnectionGuard(opened);
        connection = guard;
        HttpUpgradeHandler guarded = handler;
        if (guarded != null) {
            guarded.init(guard);
        }
    }

    @Override
    public void destroy() {
        HttpUpgradeHandler guarded = handler;
        if (guarded != null) {
            guarded.destroy();
            // Payara remembers who performed the last upgrade of a request object.
            handler = null;
        }
        ConnectionGuard guard = connection;
        if (guard != null) {
            guard.endWriting();
        }
    }
}
