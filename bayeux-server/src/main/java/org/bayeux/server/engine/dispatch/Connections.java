package org.bayeux.server.engine.dispatch;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.engine.session.Fingerprint;
import org.bayeux.server.engine.session.LocalPeer;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.engine.session.SessionHost;
import org.bayeux.server.engine.session.SessionOrigin;
import org.bayeux.server.engine.session.SessionRegistry;
import org.bayeux.server.spi.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections and gives them what they share.
 *
 * <p>Thread-safe: the end is volatile, written by whoever stops the server, read by each exchange.
 */
public final class Connections {

    private static final Pattern BROWSER_ID = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private final ServerConfig config;
    private final SessionRegistry sessions;
    private final SessionHost host;
    private final ExchangeEnvironment environment;
    private volatile boolean stopped;

    Connections(ServerConfig config, SessionRegistry sessions, SessionHost host, ExchangeEnvironment environment) {
        this.config = config;
        this.sessions = sessions;
        this.host = host;
        this.environment = environment;
    }

    /**
     * Opens the connection of a request or a socket.
     *
     * @param givenBrowserId the value of the browser cookie that it is being given
     */
    public EngineConnection open(
            ServerTransport transport, BayeuxContext context, Outlet outlet, @Nullable String givenBrowserId) {
        Outlet counted = environment.watch().journeys().areWatched()
                ? new CountingOutlet(outlet, environment.watch().figures())
                : outlet;
        return new EngineConnection(this, transport, context, counted, null, givenBrowserId);
    }

    /** Opens the connection of a client in this process. */
    public EngineConnection openLocal(
            ServerTransport transport, BayeuxContext context, Outlet outlet, LocalPeer local) {
        return new EngineConnection(this, transport, context, outlet, local, null);
    }

    /** A value for the browser cookie; empty if the request brought one, or if cookies are not used. */
    public Optional<String> newBrowserId(@Nullable String brought) {
        return config.cookie().enabled() && !isBrowserId(brought) ? Optional.of(sessions.randomId()) : Optional.empty();
    }

    /** From now on every message is answered with the advice to shake hands again. */
    public void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    ExchangeEnvironment environment() {
        return environment;
    }

    @Nullable
    SessionHandle session(@Nullable String id) {
        return sessions.get(id);
    }

    SessionHandle newSession(ServerTransport transport, SessionOrigin origin) {
        return sessions.create(host, config.transport(transport.getName()), origin);
    }

    boolean mayMoveToNewSocket() {
        return !config.frames().requireHandshakePerConnection();
    }

    /** What the request says of its browser; a value that we would not have made counts as none. */
    @Nullable
    String browserIdIn(BayeuxContext context) {
        String cookie =
                config.cookie().enabled() ? context.getCookie(config.cookie().name()) : null;
        return isBrowserId(cookie) ? cookie : null;
    }

    private static boolean isBrowserId(@Nullable String cookie) {
        return cookie != null && BROWSER_ID.matcher(cookie).matches();
    }

    Fingerprint fingerprintOf(BayeuxContext context) {
        return Fingerprint.of(context, config.fingerprintAddress());
    }
}
