package org.bayeux.examples.chat;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names and texts may look like, checked where they come in. Each limit keeps memory bounded. */
final class Input {
    static final int LONGEST_TEXT = 1_000;

    private static final Pattern GUEST =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} ._'-]{0,22}[\\p{L}\\p{M}\\p{N}.])?");
    private static final Pattern ROOM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,22}[a-z0-9])?");

    private Input() {}

    /** The name of a guest. */
    static String guestName(@Nullable String typed) throws Refusal {
        return matching(GUEST, typed == null ? "" : typed.strip(), "A name has 1 to 24 letters, digits and spaces.");
    }

    /** The name of a room, which is a segment of a channel as well. */
    static String roomName(String typed) throws Refusal {
        return matching(ROOM, typed, "A room has 1 to 24 letters a-z, digits and hyphens.");
    }

    /** Something said. */
    static String text(String typed) throws Refusal {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new Refusal("There is nothing to say.");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Refusal("That is too long: " + LONGEST_TEXT + " characters are the limit.");
        }
        return text;
    }

    /**
     * A text field in the data of a message.
     *
     * @param data what the browser sent: anything, since browsers cannot be trusted
     */
    static String field(@Nullable Object data, String name) throws Refusal {
        if (data instanceof Map<?, ?> fields && fields.get(name) instanceof String text) {
            return text;
        }
        throw new Refusal("The message has no text field '" + name + "'.");
    }

    /** A whole number in the data of a message, as for {@link #field}. */
    static long number(@Nullable Object data, String name) throws Refusal {
        if (data instanceof Map<?, ?> fields && fields.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new Refusal("The message has no number '" + name + "'.");
    }

    private static String matching(Pattern pattern, String typed, String rule) throws Refusal {
        if (!pattern.matcher(typed).matches()) {
            throw new Refusal(rule);
        }
        return typed;
    }
}
