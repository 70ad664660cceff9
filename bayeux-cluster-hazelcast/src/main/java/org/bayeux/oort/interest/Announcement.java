package org.bayeux.oort.interest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;

/**
 * What a node says of its wishes, as bytes: a letter, then names of channels, which have no line breaks, a line each.
 *
 * @param kind what it means for those that were announced before
 * @param observed the channels that the node observes; empty unless all is said
 * @param patterns what is wanted
 */
record Announcement(Kind kind, List<String> observed, List<String> patterns) {

    enum Kind {
        /** These are all; forget the others. */
        ALL('='),
        /** One more. */
        MORE('+'),
        /** One less. */
        LESS('-');

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
            throw new IllegalArgumentException("an announcement of kind " + (int) letter + ", legal are = + -");
        }
    }

    static Announcement all(Collection<String> observed, Collection<String> patterns) {
        return new Announcement(Kind.ALL, List.copyOf(observed), List.copyOf(patterns));
    }

    static Announcement of(Kind kind, String pattern) {
        return new Announcement(kind, List.of(), List.of(pattern));
    }

    /** Writes it behind the mark of its subject. */
    byte[] encode(byte subject) {
        String text = kind.letter + String.join("\n", observed) + "\n\n" + String.join("\n", patterns);
        byte[] bytes = text.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + bytes.length).put(subject).put(bytes).array();
    }

    /** Reads what {@link #encode} wrote, behind the mark. */
    static Announcement decode(byte[] payload) {
        String text = new String(payload, 1, payload.length - 1, UTF_8);
        int gap = text.indexOf("\n\n");
        if (gap < 1) {
            throw new IllegalArgumentException("an announcement without the gap behind what is observed: " + text);
        }
        return new Announcement(Kind.of(text.charAt(0)), lines(text.substring(1, gap)), lines(text.substring(gap + 2)));
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isEmpty()).toList();
    }
}
