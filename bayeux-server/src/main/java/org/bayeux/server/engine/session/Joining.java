package org.bayeux.server.engine.session;

/** What became of a subscription. */
public enum Joining {
    /** It is new. */
    JOINED,
    /** It was there already. */
    WAS_THERE,
    /** The session has ended and subscribes to nothing any more. */
    ENDED
}
