package org.bayeux.server.spi;

import java.util.concurrent.CompletionStage;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** Publishes as the server itself, and tells what became of it. Thread-safe. */
public interface Publisher {

    /**
     * Publishes to a channel as {@link org.bayeux.api.server.ServerChannel#publish} does.
     *
     * @param channel neither wild nor a template
     * @return completes when the message waits for all its receivers; with the exception if a listener that answers later,
     *     or what comes after it, fails
     * @throws org.bayeux.wire.JsonWriteException if the data have no JSON form
     */
    CompletionStage<Published> publish(ChannelId channel, @Nullable Object data);

    /**
     * Sends to one session alone.
     *
     * @return whether the message waits for its client now; otherwise the session has ended, an extension or a listener
     *     dropped the message, or there was no room for it
     * @throws org.bayeux.wire.JsonWriteException if the data have no JSON form
     */
    boolean deliver(ServerSession session, ChannelId channel, @Nullable Object data);

    /**
     * What became of a message.
     *
     * @param receivers for how many sessions it waits now
     * @param error why nobody received it; {@code null} if nobody was against it
     */
    record Published(int receivers, @Nullable String error) {}
}
