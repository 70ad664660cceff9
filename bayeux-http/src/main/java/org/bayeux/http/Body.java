package org.bayeux.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.MessageArray;

/**
 * The body of an answer. A long one is joined only as it leaves, from the bytes that all receivers of a message share: a
 * thousand slow clients of one message of megabytes would need a thousand times its memory otherwise.
 *
 * <p>Immutable.
 */
sealed interface Body {

    /** Up to so many bytes are joined beforehand, since one write of them is faster than several. */
    int SHORT = 32 * 1024;

    /** How many bytes it has. */
    int length();

    /** Its bytes from the first one on. */
    InputStream open();

    /** Writes all of it, on this thread. */
    void writeTo(OutputStream out) throws IOException;

    static Body of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** The JSON array of frozen messages. */
    static Body of(List<BayeuxMessage> messages) {
        long length = MessageArray.utf8Length(messages);
        return length > SHORT
                ? new Messages(messages, Math.toIntExact(length))
                : new Bytes(MessageArray.joinUtf8(messages));
    }

    /** One that exists as a whole. */
    final class Bytes implements Body {

        private final byte[] bytes;

        private Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    /** One that is joined as it leaves. */
    record Messages(List<BayeuxMessage> messages, int length) implements Body {

        @Override
        public InputStream open() {
            return MessageArray.openUtf8(messages);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            open().transferTo(out);
        }
    }
}
