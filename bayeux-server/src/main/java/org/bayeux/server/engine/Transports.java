package org.bayeux.server.engine;

import java.util.Map;
import java.util.Set;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.config.ServerConfig;
import org.jspecify.annotations.Nullable;

/** The transports of a server by their names. Immutable. */
final class Transports {

    /** Clients in this process need no settings of their own. */
    private static final String LOCAL = "local";

    private final Map<String, TransportView> views;
    private final TransportView local;

    Transports(ServerConfig config) {
        this.views = Map.of(
                ServerConfig.WEBSOCKET, new TransportView(ServerConfig.WEBSOCKET, "ws", config.webSocket()),
                ServerConfig.LONG_POLLING,
                        new TransportView(ServerConfig.LONG_POLLING, "long-polling.json", config.longPolling()),
                ServerConfig.CALLBACK_POLLING,
                        new TransportView(
                                ServerConfig.CALLBACK_POLLING, "callback-polling.jsonp", config.callbackPolling()));
        this.local = new TransportView(LOCAL, LOCAL, config.longPolling());
    }

    Set<String> names() {
        return views.keySet();
    }

    @Nullable
    ServerTransport get(String name) {
        return views.get(name);
    }

    ServerTransport required(String name) {
        TransportView view = views.get(name);
        if (view == null) {
            throw new IllegalArgumentException("unknown transport '" + name + "', legal are " + names());
        }
        return view;
    }

    ServerTransport local() {
        return local;
    }
}
