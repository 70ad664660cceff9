package org.bayeux.websocket;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.config.FrameConfig;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.config.TransportConfig;
import org.bayeux.server.spi.BayeuxEngine;

/**
 * What all sockets of one web application share, and the maker of their endpoints.
 *
 * <p>Immutable.
 */
final class Endpoints {

    /** When a silent socket is closed, unless the configuration says so. */
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

    private final ServletContext servletContext;
    private final BayeuxEngine engine;
    private final Executor executor;
    private final OpenSockets sockets;
    private final ServerConfig config;
    private final Duration idleTimeout;
    private final FrameSplitter splitter;

    Endpoints(ServletContext servletContext, BayeuxApplication application, OpenSockets sockets) {
        this.servletContext = servletContext;
        this.engine = application.engine();
        this.executor = application.executor();
        this.sockets = sockets;
        this.config = engine.config();
        FrameConfig frames = config.frames();
        this.idleTimeout = frames.idleTimeout().orElseGet(() -> usualIdleTimeout(config.webSocket()));
        this.splitter = FrameSplitter.of(frames, config.webSocket());
    }

    /** Generous: clients that were told to wait before they connect again are silent as well. */
    private static Duration usualIdleTimeout(TransportConfig times) {
        Duration heartbeat = times.timeout().plus(times.interval()).plus(times.maxInterval());
        Duration twice = heartbeat.multipliedBy(2);
        return twice.compareTo(IDLE_TIMEOUT) > 0 ? twice : IDLE_TIMEOUT;
    }

    BayeuxEndpoint create() {
        return new BayeuxEndpoint(this);
    }

    /** Whether an extension of the WebSocket protocol may be used (manual, table 7). */
    boolean isEnabled(String extension) {
        return !"false".equalsIgnoreCase(config.options().get("ws.enableExtension." + extension));
    }

    OriginCheck originCheck() {
        return new OriginCheck(config.allowedOrigins());
    }

    UpgradeCookie upgradeCookie() {
        return new UpgradeCookie(engine, config.cookie());
    }

    ServletContext servletContext() {
        return servletContext;
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
