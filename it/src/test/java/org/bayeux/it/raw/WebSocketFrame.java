package org.bayeux.it.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One frame of RFC 6455.
 *
 * @param head the first byte: final flag, reserved bits and opcode
 * @param payload unmasked; not copied
 */
public record WebSocketFrame(int head, byte[] payload) {

    /** First byte of an unfragmented text message. */
    public static final int TEXT = 0x81;

    /** First byte of an unfragmented binary message. */
    public static final int BINARY = 0x82;

    /** First byte of a close frame. */
    public static final int CLOSE = 0x88;

    /** First byte of a ping. */
    public static final int PING = 0x89;

    /** First byte of a pong. */
    public static final int PONG = 0x8A;

    /** An unfragmented text message. */
    public static WebSocketFrame text(String text) {
        return new WebSocketFrame(TEXT, text.getBytes(UTF_8));
    }

    /** Takes one frame off the front of {@code bytes}; leaves them alone if it has not arrived completely. */
    public static @Nullable WebSocketFrame take(ByteBuffer bytes) {
        ByteBuffer rest = bytes.duplicate();
        if (rest.remaining() < 2) {
            return null;
        }
        int head = rest.get() & 0xFF;
        int shortLength = rest.get() & 0x7F;
        int extra = shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
        if (rest.remaining() < extra) {
            return null;
        }
        long length = extra == 8 ? rest.getLong() : extra == 2 ? rest.getShort() & 0xFFFF : shortLength;
        if (rest.remaining() < length) {
            return null;
        }
        byte[] payload = new byte[(int) length];
        rest.get(payload);
        bytes.position(rest.position());
        return new WebSocketFrame(head, payload);
    }

    /** The bytes that a client sends for this frame: masked, as the protocol demands. */
    public byte[] masked() {
        int extra = payload.length > 0xFFFF ? 8 : payload.length > 125 ? 2 : 0;
        ByteBuffer bytes = ByteBuffer.allocate(2 + extra + 4 + payload.length);
        bytes.put((byte) head);
        if (extra == 8) {
            bytes.put((byte) (0x80 | 127)).putLong(payload.length);
        } else if (extra == 2) {
            bytes.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            bytes.put((byte) (0x80 | payload.length));
        }
        byte[] mask = new byte[4];
        ThreadLocalRandom.current().nextBytes(mask);
        bytes.put(mask);
        for (int i = 0; i < payload.length; i++) {
            bytes.put((byte) (payload[i] ^ mask[i & 3]));
        }
        return bytes.array();
    }

    /** Whether the server says goodbye with this frame. */
    public boolean closes() {
        return head == CLOSE;
    }

    /** The reason code of a close frame; 1005 (none given) if it carries none. */
    public int closeCode() {
        return payload.length < 2 ? 1005 : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
    }

    /** The payload as text. */
    public String text() {
        return new String(payload, UTF_8);
    }
}
