package org.bayeux.server.spi;

import org.bayeux.api.server.BayeuxServer;

/**
 * Watches a server for operators. Added and removed like the listeners of applications; what it throws is logged and changes
 * nothing. What can be counted is read from {@link BayeuxEngine#figures()}; who wants to time messages or follow them is a
 * {@link MessageTelemetry}.
 *
 * <p>Thread-safe.
 */
public interface Telemetry extends BayeuxServer.BayeuxServerListener {

    /**
     * Clients can come. Not called for servers that nobody names.
     *
     * @param name tells the server from others in this JVM, see {@link BayeuxEngine#manageAs}
     */
    default void opened(String name, BayeuxEngine engine) {}

    /** The server begins to stop: from now on clients had better go elsewhere. */
    default void closing(BayeuxEngine engine) {}

    /** The server has stopped; the last call. */
    default void closed(BayeuxEngine engine) {}
}
