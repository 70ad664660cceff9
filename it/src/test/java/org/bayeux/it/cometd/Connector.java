package org.bayeux.it.cometd;

import java.util.HashMap;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.cometd.client.transport.ClientTransport;
import org.cometd.client.websocket.jakarta.WebSocketTransport;
import org.eclipse.jetty.client.HttpClient;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;

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
            ClientManager container = ClientManager.createClient();
            container.getProperties().put(ClientProperties.HANDSHAKE_TIMEOUT, HANDSHAKE_MILLIS);
            return new WebSocketTransport(new HashMap<>(), null, container);
        }
    };

    /** Tyrus does not notice that a connection ends during the handshake, and waits for 30 seconds otherwise. */
    private static final int HANDSHAKE_MILLIS = 5_000;

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
