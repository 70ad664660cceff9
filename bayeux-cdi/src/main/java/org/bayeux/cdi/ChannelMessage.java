package org.bayeux.cdi;

import java.util.Map;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * A message that came on a channel, as an observer method gets it.
 *
 * <pre>{@code
 * void said(@Observes @OnChannel("/chat/{room}") ChannelMessage<Line> message) {
 *     log(message.parameter("room"), message.payload());
 * }
 * }</pre>
 *
 * <p>Observers of one message are called in the order of {@code @Priority}, whatever channels, patterns or templates they
 * name, before any subscriber receives it; those with {@code @ObservesAsync} on a thread of the container after the others
 * agreed. One whose type does not fit the payload is not called. Patterns hear meta messages only if they begin with
 * {@code /meta}.
 *
 * <p>Confined to the observer and its thread. An observer that may refuse the message asks for a {@link VetoableMessage}.
 *
 * @param <T> what the payload is read as: a class or record by the rules of the JSON library, a JSON value, a text, a
 *     number, a map or a list; {@code Object} or {@code ?} for plain Java objects
 */
public interface ChannelMessage<T> {

    /** The channel of the message, which is never wild. */
    ServerChannel channel();

    /** The session of the sender; {@code null} if code on the server published without one. */
    @Nullable
    ServerSession session();

    /** The message itself, to be read only; with {@code @ObservesAsync} a copy. */
    ServerMessage message();

    /** The payload; {@code null} if the message has none. */
    @Nullable
    T payload();

    /** The values of the template's parameters in their order; empty if the observer names no template. */
    Map<String, String> parameters();

    /**
     * The value of a parameter of the template.
     *
     * @throws IllegalArgumentException if the template has no such parameter
     */
    default String parameter(String name) {
        String value = parameters().get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter '" + name + "' on "
                    + channel().getId() + ", there are " + parameters().keySet());
        }
        return value;
    }
}
