package org.bayeux.oort.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.MalformedMessageException;
import org.bayeux.wire.MessageCodec;

/**
 * A published message as bytes: the mark of its subject, a letter that tells whether it is lazy, which its JSON does not
 * say, and its JSON text. Stateless.
 */
final class RelayedMessage {

    private static final byte LAZY = 'L';
    private static final byte PROMPT = 'P';
    private static final int HEAD = 2;

    private RelayedMessage() {}

    static byte[] encode(byte mark, BayeuxMessage frozen) {
        byte[] json = frozen.utf8();
        byte[] payload = new byte[HEAD + json.length];
        payload[0] = mark;
        payload[1] = frozen.isLazy() ? LAZY : PROMPT;
        System.arraycopy(json, 0, payload, HEAD, json.length);
        return payload;
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if it is no message that this server would read
     */
    static BayeuxMessage decode(byte[] payload, MessageCodec codec) {
        if (payload.length <= HEAD || (payload[1] != LAZY && payload[1] != PROMPT)) {
            throw new IllegalArgumentException("a relayed message of " + payload.length + " bytes that says not how");
        }
        BayeuxMessage message = parse(new String(payload, HEAD, payload.length - HEAD, UTF_8), codec);
        if (message.isNestedTooDeep() || !message.hasChannel()) {
            throw new IllegalArgumentException("a relayed message without channel, or that nests too deep");
        }
        message.setLazy(payload[1] == LAZY);
        return message;
    }

    private static BayeuxMessage parse(String text, MessageCodec codec) {
        try {
            List<BayeuxMessage> messages = codec.parse(text);
            return messages.get(0);
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException("a relayed message that is malformed", e);
        }
    }
}
