package org.bayeux.websocket;

import jakarta.websocket.CloseReason.CloseCode;

/** Closes a socket on another thread, after what has been handed to the container. */
@FunctionalInterface
interface Closer {

    /**
     * Begins to close; does no harm to a socket that is closed.
     *
     * @param reason in few words, what a developer of clients may know
     */
    void close(CloseCode code, String reason);
}
