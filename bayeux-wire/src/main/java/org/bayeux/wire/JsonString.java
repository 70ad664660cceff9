package org.bayeux.wire;

/**
 * Strings as JSON text. Runs of characters that need no escape are appended at once.
 *
 * <p>Escaped besides what JSON demands: lone surrogates, which UTF-8 cannot express, and U+2028 and U+2029, which end a
 * line in JavaScript of the time of callback-polling.
 */
final class JsonString {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonString() {}

    static void append(CharSequence text, StringBuilder out) {
        out.append('"');
        int length = text.length();
        int from = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                continue;
            }
            if (isPair(text, i)) {
                i++;
                continue;
            }
            out.append(text, from, i);
            escape(c, out);
            from = i + 1;
        }
        out.append(text, from, length).append('"');
    }

    private static boolean isPlain(char c) {
        return c < '\u2028' ? c >= ' ' && c != '"' && c != '\\' : c > '\u2029' && !Character.isSurrogate(c);
    }

    private static boolean isPair(CharSequence text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default ->
                out.append("\\u")
                        .append(HEX[c >> 12])
                        .append(HEX[c >> 8 & 0xF])
                        .append(HEX[c >> 4 & 0xF])
                        .append(HEX[c & 0xF]);
        }
    }
}
