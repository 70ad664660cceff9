package org.bayeux.wire;

/** Counts the bytes of text in UTF-8 without making them. */
public final class Utf8Length {

    private Utf8Length() {}

    /** How many bytes a text has in UTF-8; a lone surrogate counts like a pair does by half. */
    public static int of(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // A pair of surrogates makes four bytes, so each half counts for two.
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }

    /** Whether a text has at most {@code limit} bytes; looks at the text only where its length leaves it open. */
    public static boolean isWithin(String text, int limit) {
        return text.length() <= limit / 3 || (text.length() <= limit && of(text) <= limit);
    }
}
