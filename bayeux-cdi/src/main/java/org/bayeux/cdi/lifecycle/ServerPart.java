package org.bayeux.cdi.lifecycle;

/**
 * Something of an application that takes part in its server. Its methods are called one after another, on the threads that
 * begin and end the server.
 */
public interface ServerPart {

    /** The server has begun: no session is there yet, no service is bound. */
    default void install(ServerAccess server) {}

    /** The services are bound, and clients cannot come yet. */
    default void start(ServerAccess server) {}

    /** Clients cannot come any more; sessions end behind this. */
    default void stop() {}
}
