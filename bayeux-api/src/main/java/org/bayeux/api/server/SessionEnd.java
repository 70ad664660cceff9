package org.bayeux.api.server;

/** Why a session ended. */
public enum SessionEnd {

    /** Its client said goodbye. */
    DISCONNECTED,

    /** The application ended it. */
    REMOVED,

    /** Its client was not heard of for {@code maxInterval}, or what it sent took longer than {@code maxProcessing}. */
    EXPIRED,

    /** Its client took its messages too slowly. */
    OVERFLOWED,

    /** The credentials of its client were good until now only. */
    CREDENTIALS_EXPIRED,

    /** The server stops. */
    STOPPED
}
