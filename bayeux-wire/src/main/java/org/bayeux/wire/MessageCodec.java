package org.bayeux.wire;

import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the text that a transport received as messages.
 *
 * <p>Immutable and safe for use by several threads, as its {@link JsonContext} is.
 */
public final class MessageCodec {

    private final JsonContext context;
    private final WireLimits limits;
    private final Consumer<String> reader;

    /** Reads by the given library within the given limits. The codec does not close the library. */
    public MessageCodec(JsonContext context, WireLimits limits) {
        this(context, limits, text -> {});
    }

    private MessageCodec(JsonContext context, WireLimits limits, Consumer<String> reader) {
        this.context = context;
        this.limits = limits;
        this.reader = reader;
    }

    /** The same codec, which tells of each text before it reads it. */
    public MessageCodec toldTo(Consumer<String> listener) {
        return new MessageCodec(context, limits, listener);
    }

    /** The JSON library of this codec and of its messages. */
    public JsonContext context() {
        return context;
    }

    /** Makes a message without any field. */
    public BayeuxMessage newMessage() {
        return new BayeuxMessage(context);
    }

    /**
     * Reads one message, or an array of at least one message.
     *
     * <p>The whole text is checked: grammar, nesting, numbers, types of the fields of the protocol, fields that come
     * twice in one message. A {@code subscription} of another type than strings is kept as its JSON text, which names no
     * channel. A field of the protocol that is null counts as absent, except {@code data}. What is inside
     * {@code data} and {@code ext} is kept as it came, escaped lone surrogates included.
     *
     * @return the messages in their order, in a list that belongs to the caller
     * @throws MalformedMessageException if the text is anything else; a byte order mark is not white space
     */
    public List<BayeuxMessage> parse(String text) throws MalformedMessageException {
        reader.accept(text);
        try (JsonTokens tokens = context.tokens(text)) {
            return new EnvelopeReader(context, limits, text, tokens).messages();
        } catch (JsonReadException e) {
            throw new MalformedMessageException(String.valueOf(e.getMessage()), e.offset(), e);
        }
    }
}
