package org.bayeux.oort.object;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What a node says of a named thing or to a named service.
 *
 * @param number of the part the version once this has happened, of a request and its answer what tells it from others
 * @param json what is said, as text; may be empty
 */
record Saying(Kind kind, long number, String name, String json) {

    private static final int HEAD = 1 + 1 + Long.BYTES + Integer.BYTES;

    enum Kind {
        /** This is my part, whatever was said before. */
        ALL('='),
        /** My part has changed by this. */
        CHANGE('+'),
        /** I have no such part any more. */
        GONE('-'),
        /** Tell me your part. */
        ASK('?'),
        /** Do this. */
        REQUEST('>'),
        /** I have done it, and this is the result. */
        SUCCESS('<'),
        /** I have not, for this reason. */
        FAILURE('!');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        static Kind of(char letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("a saying of kind " + (int) letter + ", legal are = + - ? > < !");
        }
    }

    /** A saying without more than its name. */
    static Saying of(Kind kind, String name) {
        return new Saying(kind, 0, name, "");
    }

    /** Writes it behind the mark of its subject. */
    byte[] encode(byte subject) {
        byte[] nameBytes = name.getBytes(UTF_8);
        byte[] jsonBytes = json.getBytes(UTF_8);
        return ByteBuffer.allocate(HEAD + nameBytes.length + jsonBytes.length)
                .put(subject)
                .put((byte) kind.letter)
                .putLong(number)
                .putInt(nameBytes.length)
                .put(nameBytes)
                .put(jsonBytes)
                .array();
    }

    /**
     * Reads what {@link #encode} wrote, behind the mark.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static Saying decode(byte[] payload) {
        try {
            ByteBuffer in = ByteBuffer.wrap(payload);
            in.get();
            Kind kind = Kind.of((char) in.get());
            long number = in.getLong();
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new IllegalArgumentException("a saying whose name has " + length + " bytes");
            }
            int behind = HEAD + length;
            String name = new String(payload, HEAD, length, UTF_8);
            return new Saying(kind, number, name, new String(payload, behind, payload.length - behind, UTF_8));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a saying of only " + payload.length + " bytes", e);
        }
    }
}
