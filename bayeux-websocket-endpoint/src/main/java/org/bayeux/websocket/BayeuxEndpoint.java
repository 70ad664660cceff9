package org.bayeux.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

/**
 * What the container tells about one socket. Each has an endpoint of its own, made by {@link UpgradeConfigurator}.
 *
 * <p>Thread-safe: {@code socket} is written when the socket opens, then {@code closed} is read; {@code closed} is written
 * when it closes, then {@code socket} is read. So whichever comes second ends a socket that closes while it opens.
 */
public final class BayeuxEndpoint extends Endpoint {

    private final Endpoints endpoints;
    private volatile @Nullable OpenSocket socket;
    private volatile boolean closed;

    BayeuxEndpoint(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        SocketContext context = SocketContext.of(session);
        if (!endpoints.originCheck().passes(context::getHeader)) {
            // Where the container has asked no filter before.
            WebSocketLog.foreign(context.getHeader("Origin"));
            new SocketCloser(session, endpoints.closings()).close(CloseCodes.VIOLATED_POLICY, "Foreign origin");
            return;
        }
        OpenSocket opened = OpenSocket.of(session, endpoints);
        socket = opened;
        if (closed || !session.isOpen()) {
            opened.closed(null);
        }
    }

    @Override
    public void onError(Session session, Throwable failure) {
        WebSocketLog.lost(session.getId(), failure);
        OpenSocket opened = socket;
        if (opened != null && !session.isOpen()) {
            opened.closed(failure);
        }
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        closed = true;
        OpenSocket opened = socket;
        if (opened != null) {
            opened.closed(null);
        }
    }
}
