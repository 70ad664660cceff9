package org.bayeux.server.spi;

import java.util.Optional;
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

    /** How adapters wait; nothing fires any more once the server has stopped. */
    Timers timers();

    /**
     * Shows the server to JMX until it stops, unless the option {@code jmx} is off. If that fails, it is logged.
     *
     * @param name tells it from other servers in this JVM, such as the context path of its application
     */
    void manageAs(String name);

    /** Begins to sweep channels and to accept messages. */
    void start();

    /**
     * Ends all sessions with the advice to shake hands again, cancels every timer. Afterwards messages are answered with
     * that advice only.
     */
    void stop();
}
