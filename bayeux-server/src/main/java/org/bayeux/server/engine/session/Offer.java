package org.bayeux.server.engine.session;

/** What became of a message that was offered to a session. */
public enum Offer {
    /** It waits for the client or is on its way. */
    TAKEN,
    /** There is no room, and what happens then is not said; nothing was dropped. */
    FULL,
    /** There was no room for it. */
    DROPPED,
    /** There was no room, and no way to make some: the session has ended by that. */
    OVERFLOWED,
    /** The session has ended; nothing changed. */
    CLOSED
}
