package org.bayeux.server.engine.session;

/** Why a held connect is answered. */
public enum Release {
    /** Messages are there. */
    NORMAL,
    /** Nothing happened for the whole time that it may be held. */
    TIMED_OUT,
    /** The client sent another connect, which takes its place. */
    SUPERSEDED,
    /** The session ended and the client shall stay away. */
    DISCONNECTED,
    /** The session ended and the client shall shake hands again. */
    GONE,
    /** The same, because the client was too slow. */
    OVERFLOWED,
    /** The session ended and the client shall shake hands again with fresh credentials. */
    CREDENTIALS_EXPIRED;

    /** What a connect that the end of its session overtakes would have heard, had it been held; as normal if there is no end. */
    public static Release of(Session session) {
        return session.state() instanceof SessionState.Closed closed ? of(closed.reason()) : NORMAL;
    }

    static Release of(CloseReason reason) {
        return switch (reason) {
            case DISCONNECTED, DISMISSED -> DISCONNECTED;
            case REMOVED, EXPIRED, STOPPED -> GONE;
            case OVERFLOWED -> OVERFLOWED;
            case CREDENTIALS_EXPIRED -> CREDENTIALS_EXPIRED;
        };
    }
}
