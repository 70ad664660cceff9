package org.bayeux.websocket;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.server.HandshakeRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.config.FrameConfig;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.config.TransportConfig;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.Ticker;

/**
 * What all sockets of one web application share, and the maker of their endpoints.
 *
 * <p>Immutable.
 */
final class Endpoints {

    /** When a silent socket is closed, unless the configuration says so. */
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

    /** Some servers have few threads, and need one more to end a close. */
    private static final int CLOSES_AT_A_TIME = 3;

    /** Longer than closes take on a busy server, shorter than they hang if the client takes nothing. */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    /** A fraction of the time that the application has to stop: the clients behind those that hang are to be told, too. */
    private static final Duration LONGEST_CLOSE_AT_STOP = Duration.ofSeconds(1);

    private final ServletContext servletContext;
    private final BayeuxEngine engine;
    private final Executor executor;
    private final FewAtATime closings;
    private final OpenSockets sockets;
    private final Set<String> roles;
    private final ServerConfig config;
    private final Duration idleTimeout;
    private final FrameSplitter splitter;

    Endpoints(ServletContext servletContext, BayeuxApplication application, OpenSockets sockets) {
        this.servletContext = servletContext;
        this.engine = application.engine();
        this.executor = application.executor();
        this.closings = new FewAtATime(executor, engine.timers(), Ticker.system(), CLOSES_AT_A_TIME, LONGEST_CLOSE);
        this.sockets = sockets;
        this.roles = application.roles();
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

    /** What is known of an upgrade, by the thread that performs it. */
    SocketContext contextOf(HandshakeRequest request, Optional<HttpServletRequest> servletRequest) {
        return SocketContext.of(servletContext, request, servletRequest, roles);
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

    /** Whoever closes sockets, which may block. */
    Executor closings() {
        return closings;
    }

    /** Tells all clients that the server goes away; returns when all are closed or {@code longest} has passed. */
    void closeAll(Duration longest) {
        closings.hurry(LONGEST_CLOSE_AT_STOP);
        sockets.closeAll(longest);
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
