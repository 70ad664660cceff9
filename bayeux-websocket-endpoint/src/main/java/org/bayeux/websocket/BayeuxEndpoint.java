package org.bayeux.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

/**
 * What the container tells about one socket. Each has an endpoint of its own, made by {@link UpgradeConfigurator}.
 *
 * <p>Thread-safe: {@code socket} is written when the socket opens and read by whichever thread the container uses.
 */
public final class BayeuxEndpoint extends Endpoint {

    private final Endpoints endpoints;
    private volatile @Nullable OpenSocket socket;

    BayeuxEndpoint(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        socket = OpenSocket.of(session, endpoints);
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
        OpenSocket opened = socket;
        if (opened != null) {
            opened.closed(null);
        }
    }
}
