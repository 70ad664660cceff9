package org.bayeux.server.engine.session;

/** Why a session ended. */
public enum CloseReason {
    /** The client sent a disconnect. */
    DISCONNECTED,
    /** The application disconnected the client and wants it to know. */
    DISMISSED,
    /** The application removed the session without a word: the client may shake hands again. */
    REMOVED,
    /** The client did not connect in time. */
    EXPIRED,
    /** The client took its messages too slowly. */
    OVERFLOWED,
    /** The time until which the credentials of the client are good has passed. */
    CREDENTIALS_EXPIRED,
    /** The server stops. */
    STOPPED;

    /** Whether listeners are told of a timeout. */
    public boolean isTimeout() {
        return this == EXPIRED;
    }
}
