package org.bayeux.server.spi;

import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Hears of each message. A server without any reads no clock and makes no object for that, so who has nothing to do any
 * more removes itself.
 *
 * <p>Thread-safe. Called on the threads that work for clients, so each method returns at once.
 */
public interface MessageTelemetry extends Telemetry {

    /**
     * A message is published to its channel, or sent to one session.
     *
     * @param from who sent it; {@code null}: the server
     * @param to the only receiver; {@code null} if it is published
     * @param message not frozen, but only to be read
     * @return what follows it; {@code null}: nothing has to
     */
    default @Nullable Trace begun(@Nullable ServerSession from, @Nullable ServerSession to, ServerMessage message) {
        return null;
    }

    /**
     * A transport has taken a message for one receiver.
     *
     * @param nanos since it was published
     */
    default void flushed(long nanos) {}
}
