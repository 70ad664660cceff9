package org.bayeux.websocket;

import jakarta.websocket.server.ServerContainer;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.config.FrameConfig;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.BayeuxEngine;

/**
 * What all sockets of one web application share, and the maker of their endpoints.
 *
 * <p>Immutable.
 */
final class Endpoints {

    /**
     * When a socket on which nothing comes or goes is closed, where neither the configuration nor the container says so:
     * ten times the time in which a client that is alive sends a connect.
     */
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

    /**
     * How many bytes of messages are joined into one frame, unless one message alone has more: what the clients with
     * the smallest limit accept (manual, table 3).
     */
    private static final int JOINED_BYTES = 8 * 1024;

    private final BayeuxEngine engine;
    private final Executor executor;
    private final OpenSockets sockets;
    private final ServerConfig config;
    private final Duration idleTimeout;
    private final FrameSplitter splitter;

    Endpoints(BayeuxApplication application, ServerContainer container, OpenSockets sockets) {
        this.engine = application.engine();
        this.executor = application.executor();
        this.sockets = sockets;
        this.config = engine.config();
        FrameConfig frames = config.frames();
        long ofContainer = container.getDefaultMaxSessionIdleTimeout();
        this.idleTimeout = frames.idleTimeout().orElse(ofContainer > 0 ? Duration.ofMillis(ofContainer) : IDLE_TIMEOUT);
        this.splitter = new FrameSplitter(
                frames.messagesPerFrame().orElse(Integer.MAX_VALUE),
                Math.min(JOINED_BYTES, config.webSocket().maxMessageSize()));
    }

    BayeuxEndpoint create() {
        return new BayeuxEndpoint(this);
    }

    /** Whether an extension of the WebSocket protocol may be used (manual, table 7). */
    boolean isEnabled(String extension) {
        return !"false".equalsIgnoreCase(config.options().get("ws.enableExtension." + extension));
    }

    BayeuxEngine engine() {
        return engine;
    }

    Executor executor() {
        return executor;
    }

    OpenSockets sockets() {
        return sockets;
    }

    FrameSplitter splitter() {
        return splitter;
    }

    Duration idleTimeout() {
        return idleTimeout;
    }

    /** Bytes of the largest message that is accepted. */
    int maxMessageSize() {
        return config.webSocket().maxMessageSize();
    }
}
