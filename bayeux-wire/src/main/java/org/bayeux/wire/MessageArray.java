package org.bayeux.wire;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Messages that leave together, joined from their encoded pieces into one JSON array. */
public final class MessageArray {

    private static final byte[] EMPTY = {'[', ']'};
    private static final byte[] OPENING = {'['};
    private static final byte[] COMMA = {','};
    private static final byte[] CLOSING = {']'};

    private MessageArray() {}

    /**
     * Joins messages as text, for a text frame.
     *
     * @throws JsonWriteException if a message that is not frozen cannot be encoded
     */
    public static String joinText(List<BayeuxMessage> messages) {
        int count = messages.size();
        String[] pieces = new String[count];
        int length = framing(count);
        for (int i = 0; i < count; i++) {
            pieces[i] = messages.get(i).getJSON();
            length = Math.addExact(length, pieces[i].length());
        }
        StringBuilder out = new StringBuilder(length).append('[');
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.append(',');
            }
            out.append(pieces[i]);
        }
        return out.append(']').toString();
    }

    /** How many bytes of UTF-8 the messages have when they are joined. */
    public static long utf8Length(List<BayeuxMessage> messages) {
        long length = framing(messages.size());
        for (BayeuxMessage message : messages) {
            length += message.utf8Length();
        }
        return length;
    }

    /**
     * Joins messages as UTF-8, for the body of a response or a binary frame.
     *
     * @return a new array of exactly the needed length
     * @throws JsonWriteException if a message that is not frozen cannot be encoded
     */
    public static byte[] joinUtf8(List<BayeuxMessage> messages) {
        int count = messages.size();
        byte[][] pieces = new byte[count][];
        int length = framing(count);
        for (int i = 0; i < count; i++) {
            pieces[i] = messages.get(i).utf8();
            length = Math.addExact(length, pieces[i].length);
        }
        byte[] out = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            out[at] = (byte) (at == 0 ? '[' : ',');
            System.arraycopy(piece, 0, out, at + 1, piece.length);
            at += piece.length + 1;
        }
        out[0] = '[';
        out[length - 1] = ']';
        return out;
    }

    /**
     * Joins messages as UTF-8 while they are read, without a copy of their bytes.
     *
     * @param messages frozen ones, which do not change until all is read
     * @return a stream for one thread at a time, whose reading never fails; nobody has to close it
     */
    public static InputStream openUtf8(List<BayeuxMessage> messages) {
        List<InputStream> pieces = new ArrayList<>(framing(messages.size()) + messages.size());
        for (BayeuxMessage message : messages) {
            pieces.add(new ByteArrayInputStream(pieces.isEmpty() ? OPENING : COMMA));
            pieces.add(new ByteArrayInputStream(message.utf8()));
        }
        pieces.add(new ByteArrayInputStream(messages.isEmpty() ? EMPTY : CLOSING));
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    /** Brackets and commas. */
    private static int framing(int count) {
        return count == 0 ? 2 : count + 1;
    }
}
