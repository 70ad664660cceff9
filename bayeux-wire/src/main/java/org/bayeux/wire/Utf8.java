package org.bayeux.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict decoding of received bytes: what is not UTF-8 is refused, not replaced. */
public final class Utf8 {

    private Utf8() {}

    /**
     * Decodes a part of an array.
     *
     * @throws MalformedMessageException if the bytes are not UTF-8; the offset counts from {@code offset}
     * @throws IndexOutOfBoundsException if the part is not inside the array
     */
    public static String decode(byte[] bytes, int offset, int length) throws MalformedMessageException {
        // The JDK decodes pure ASCII by a bulk copy, but replaces what is illegal: only text without any
        // replacement character in it is sure to be right.
        String fast = new String(bytes, offset, length, StandardCharsets.UTF_8);
        return fast.indexOf('\uFFFD') < 0 ? fast : decodeStrictly(bytes, offset, length);
    }

    private static String decodeStrictly(byte[] bytes, int offset, int length) throws MalformedMessageException {
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        CharBuffer out = CharBuffer.allocate(length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            throw new MalformedMessageException("expected UTF-8", in.position() - offset, null);
        }
        return out.flip().toString();
    }
}
