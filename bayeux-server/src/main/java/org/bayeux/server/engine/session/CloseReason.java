package org.bayeux.server.engine.session;

import org.bayeux.api.server.SessionEnd;

/** Why a session ended. */
public enum CloseReason {
    /** The client sent a disconnect. */
    DISCONNECTED(SessionEnd.DISCONNECTED),
    /** The application disconnected the client and wants it to know. */
    DISMISSED(SessionEnd.REMOVED),
    /** The application removed the session without a word: the client may shake hands again. */
    REMOVED(SessionEnd.REMOVED),
    /** The client did not connect in time. */
    EXPIRED(SessionEnd.EXPIRED),
    /** The client took its messages too slowly. */
    OVERFLOWED(SessionEnd.OVERFLOWED),
    /** The time until which the credentials of the client are good has passed. */
    CREDENTIALS_EXPIRED(SessionEnd.CREDENTIALS_EXPIRED),
    /** The server stops. */
    STOPPED(SessionEnd.STOPPED);

    private final SessionEnd told;

    CloseReason(SessionEnd told) {
        this.told = told;
    }

    /** What applications are told. */
    public SessionEnd told() {
        return told;
    }

    /** Whether listeners are told of a timeout. */
    public boolean isTimeout() {
        return this == EXPIRED;
    }
}
