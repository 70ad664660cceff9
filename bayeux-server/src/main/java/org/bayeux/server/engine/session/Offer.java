package org.bayeux.server.engine.session;

/** What became of a message that was offered to a session. */
public enum Offer {
    /** It waits for the client or is on its way. */
    TAKEN,
    /** The queue is full; nothing changed. */
    FULL,
    /** The session has ended; nothing changed. */
    CLOSED
}
