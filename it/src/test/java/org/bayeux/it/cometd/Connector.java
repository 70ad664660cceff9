package org.bayeux.it.cometd;

import jakarta.websocket.ContainerProvider;
import java.util.HashMap;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.cometd.client.transport.ClientTransport;
import org.cometd.client.websocket.jakarta.WebSocketTransport;
import org.eclipse.jetty.client.HttpClient;

/** How the released client reaches the server. */
public enum Connector {
    /** Held HTTP requests, by Jetty's client. */
    LONG_POLLING("long-polling") {
        @Override
        ClientTransport transport(HttpClient http) {
            return new JettyHttpClientTransport(new HashMap<>(), http);
        }
    },

    /** Jakarta WebSocket, by Tyrus. */
    WEBSOCKET("websocket") {
        @Override
        ClientTransport transport(HttpClient http) {
            return new WebSocketTransport(new HashMap<>(), null, ContainerProvider.getWebSocketContainer());
        }
    };

    private final String connectionType;

    Connector(String connectionType) {
        this.connectionType = connectionType;
    }

    /** The name that Bayeux has for it. */
    public String connectionType() {
        return connectionType;
    }

    abstract ClientTransport transport(HttpClient http);
}
