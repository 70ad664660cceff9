package org.bayeux.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes as text that needs no escape in JSON: four bytes are five characters, as ZeroMQ RFC 32 says.
 *
 * <p>Where the number of bytes is no multiple of four, the last one to three take one character more than they are, as all
 * CometD clients do it. Reading is strict: what {@link #encode} cannot have made is refused. Stateless.
 */
public final class Z85 {

    private static final char[] DIGITS = ("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    + ".-:+=^!/*?&<>()[]{}@%$#")
            .toCharArray();
    private static final int BASE = DIGITS.length;
    private static final int BLOCK = Integer.BYTES;
    private static final int BLOCK_DIGITS = 5;
    private static final long MAX_BLOCK = 0xFFFF_FFFFL;
    private static final byte[] VALUES = values();

    private Z85() {}

    /** Returns what remains in the buffer, whose position stays, as text. */
    public static String encode(ByteBuffer bytes) {
        StringBuilder out = new StringBuilder(bytes.remaining() / BLOCK * BLOCK_DIGITS + BLOCK_DIGITS);
        encode(bytes, out);
        return out.toString();
    }

    /** Appends what remains in the buffer, whose position stays, as text. */
    public static void encode(ByteBuffer bytes, StringBuilder out) {
        int end = bytes.limit();
        for (int at = bytes.position(); at < end; at += BLOCK) {
            int count = Math.min(BLOCK, end - at);
            long block = 0;
            for (int i = 0; i < BLOCK; i++) {
                block = block << Byte.SIZE | (i < count ? bytes.get(at + i) & 0xFF : 0);
            }
            append(block, count + 1, out);
        }
    }

    /**
     * Returns the bytes that the text stands for.
     *
     * @throws IllegalArgumentException if the text is not Z85; the message tells where, and does not repeat the text
     */
    public static byte[] decode(CharSequence text) {
        int length = text.length();
        int rest = length % BLOCK_DIGITS;
        if (rest == 1) {
            throw new IllegalArgumentException("no Z85 text has " + length + " characters");
        }
        byte[] bytes = new byte[length / BLOCK_DIGITS * BLOCK + (rest == 0 ? 0 : rest - 1)];
        int written = 0;
        for (int at = 0; at < length; at += BLOCK_DIGITS) {
            long block = blockAt(text, at);
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0 && written < bytes.length; shift -= Byte.SIZE) {
                bytes[written++] = (byte) (block >> shift);
            }
        }
        return bytes;
    }

    private static void append(long block, int digits, StringBuilder out) {
        int from = out.length();
        out.setLength(from + BLOCK_DIGITS);
        long left = block;
        for (int i = BLOCK_DIGITS - 1; i >= 0; i--) {
            out.setCharAt(from + i, DIGITS[(int) (left % BASE)]);
            left /= BASE;
        }
        out.setLength(from + digits);
    }

    /** The last block is filled up with the greatest digit, so that cutting it off loses nothing. */
    private static long blockAt(CharSequence text, int from) {
        long block = 0;
        for (int i = from; i < from + BLOCK_DIGITS; i++) {
            block = block * BASE + (i < text.length() ? valueAt(text, i) : BASE - 1);
        }
        if (block > MAX_BLOCK) {
            throw new IllegalArgumentException("the characters from " + from + " on are no four bytes in Z85");
        }
        return block;
    }

    private static int valueAt(CharSequence text, int index) {
        char c = text.charAt(index);
        int value = c < VALUES.length ? VALUES[c] : -1;
        if (value < 0) {
            throw new IllegalArgumentException("the character at " + index + " does not belong to Z85");
        }
        return value;
    }

    private static byte[] values() {
        byte[] values = new byte[Byte.MAX_VALUE + 1];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < BASE; i++) {
            values[DIGITS[i]] = (byte) i;
        }
        return values;
    }
}
