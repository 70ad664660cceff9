package org.bayeux.server.spi;

/** Why a message did not get to a receiver that it was meant for. */
public enum Loss {
    /** An extension of the receiver's session did not let it pass. */
    EXTENSION,
    /** A listener of the receiver's session did not want it. */
    LISTENER,
    /** There was no room in the queue, or it made room for others. */
    QUEUE_FULL,
    /** The session has ended. */
    SESSION_ENDED
}
