package org.bayeux.server.engine.session;

import org.bayeux.server.spi.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * Where a session stands with its client; see the drawing at {@link SessionMachine}.
 *
 * <p>Immutable.
 */
sealed interface SessionState {

    /** The handshake was answered, no connect has come yet. */
    record Fresh(Deadline expiry) implements SessionState {}

    /** The client can not be reached until it sends something. */
    record Waiting(Deadline expiry) implements SessionState {}

    /** The response to a connect is held open, good for one batch. */
    record Parked(HeldConnect held) implements SessionState {}

    /** A socket is open; its connect is held. */
    record StreamingHeld(Outlet outlet, HeldConnect held) implements SessionState {}

    /** A socket is open; its client has to send the next connect in time, unless it lives in this process. */
    record StreamingIdle(Outlet outlet, @Nullable Deadline expiry) implements SessionState {}

    /** The session has ended. */
    record Closed(CloseReason reason) implements SessionState {}

    /** The open socket, if there is one. */
    default @Nullable Outlet stream() {
        if (this instanceof StreamingHeld streaming) {
            return streaming.outlet();
        }
        return this instanceof StreamingIdle idle ? idle.outlet() : null;
    }

    /** The connect that is held, if one is. */
    default @Nullable HeldConnect heldConnect() {
        if (this instanceof Parked parked) {
            return parked.held();
        }
        return this instanceof StreamingHeld streaming ? streaming.held() : null;
    }

    /** When the session ends if its client stays silent; none while a connect is held. */
    default @Nullable Deadline expiryOrNull() {
        if (this instanceof Fresh fresh) {
            return fresh.expiry();
        }
        if (this instanceof Waiting waiting) {
            return waiting.expiry();
        }
        return this instanceof StreamingIdle idle ? idle.expiry() : null;
    }
}
