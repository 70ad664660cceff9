package org.bayeux.cdi;

import java.util.concurrent.CompletionStage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Publishes on the channel that its injection point names.
 *
 * <pre>{@code
 * @Inject
 * @ToChannel("/prices/{symbol}")
 * ChannelPublisher<Price> prices;
 *
 * prices.publish(new Price(101.5), "ACME");
 * }</pre>
 *
 * <p>The parameters of the template come last, in its order; each becomes a segment by its {@code toString()}. Returned
 * stages never fail: they complete with what happened, most often before they are returned. Thread-safe; may be kept.
 *
 * @param <T> the payload, anything that the JSON library can write
 */
public interface ChannelPublisher<T> {

    /**
     * Publishes to all subscribers of the channel, as the server itself.
     *
     * @param payload {@code null} for a message without data
     * @throws IllegalArgumentException if the template needs other parameters, or one of them makes no segment
     */
    CompletionStage<Publication> publish(@Nullable T payload, Object... parameters);

    /**
     * Sends to one session alone, subscribed or not.
     *
     * @throws IllegalArgumentException as for {@link #publish}
     */
    CompletionStage<Publication> publishTo(ServerSession session, @Nullable T payload, Object... parameters);

    /**
     * Sends to all sessions whose handshake was one of this user, subscribed or not.
     *
     * @param user the name of the principal that the container authenticated
     * @throws IllegalArgumentException as for {@link #publish}
     */
    CompletionStage<Publication> publishToUser(String user, @Nullable T payload, Object... parameters);
}
