package org.bayeux.server.spi;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.wire.MessageCodec;
import org.jspecify.annotations.Nullable;

/**
 * One Bayeux server as adapters see it: the entry for everything received, the owner of all that runs.
 *
 * <p>Made by {@link org.bayeux.server.BayeuxServerBuilder}. Thread-safe.
 */
public interface BayeuxEngine {

    /** What applications use. */
    BayeuxServer server();

    /** The validated configuration. */
    ServerConfig config();

    /** Turns received text into messages; adapters answer what it refuses. */
    MessageCodec codec();

    /**
     * Registers a new HTTP request or WebSocket.
     *
     * @param transport the name of the transport, see {@link ServerConfig#WEBSOCKET}
     * @param context what is known of the request; for a WebSocket, of its upgrade
     * @param outlet where its answers go
     */
    default Connection open(String transport, BayeuxContext context, Outlet outlet) {
        return open(transport, context, outlet, null);
    }

    /**
     * The same for a request to whose response the adapter has added the browser cookie already.
     *
     * @param givenBrowserId the value of that cookie, see {@link #newBrowserId}; {@code null} if there is none
     */
    Connection open(String transport, BayeuxContext context, Outlet outlet, @Nullable String givenBrowserId);

    /**
     * A value for the browser cookie, for adapters that have to answer before there is a batch, as with an upgrade.
     *
     * @param brought the value that the request brought, if any
     * @return empty if the request brought one, or if cookies are not used
     */
    Optional<String> newBrowserId(@Nullable String brought);

    /** For which session a thread works. */
    CurrentSession currentSession();

    /** Publishes for those who want to know what becomes of it. */
    Publisher publisher();

    /** How adapters wait; nothing fires any more once the server has stopped. */
    Timers timers();

    /** What time it is for the server. */
    Ticker ticker();

    /** Threads for what may not run on the one that caused it. */
    Executor executor();

    /** What can be counted in the server. */
    ServerFigures figures();

    /** Tells each {@link ServerCompanion} that clients will come; what one of them throws comes back. */
    void opening();

    /** Tells the {@link Telemetry} that the server stops soon. */
    default void stopsSoon() {}

    /**
     * Shows the server to its {@link Telemetry}, and to JMX unless the option {@code jmx} is off, until it stops. Clients
     * can come. If that fails, it is logged.
     *
     * @param name tells it from other servers in this JVM, such as the context path of its application
     */
    void manageAs(String name);

    /** Begins to sweep channels and to accept messages. */
    void start();

    /**
     * Belongs to a cluster from now on: it hears of what is published and wanted here, and delivers to {@link #inbox}.
     *
     * @throws IllegalStateException if the server belongs to one already
     */
    void join(Cluster cluster);

    /** Stands alone again, if it belongs to that cluster. */
    void leave(Cluster cluster);

    /** Where a cluster delivers. */
    ClusterInbox inbox();

    /**
     * Ends all sessions with the advice to shake hands again, cancels every timer. Afterwards messages are answered with
     * that advice only.
     */
    void stop();
}
