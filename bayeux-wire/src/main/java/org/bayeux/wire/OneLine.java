package org.bayeux.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text of a peer as it may stand in a log or an exception: one line, no longer than a line should be, that looks like what
 * it is. Stateless.
 */
public final class OneLine {

    private static final int LONGEST = 200;

    /** Ends a line, steers a terminal, is invisible, or changes the direction of text. */
    private static final Pattern MISLEADING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private OneLine() {}

    /**
     * Shortens the text, and shows a question mark for each character that misleads.
     *
     * @param text {@code null} is shown as such
     */
    public static String of(@Nullable Object text) {
        String whole = String.valueOf(text);
        String start = whole.length() > LONGEST ? whole.substring(0, LONGEST) + ".." : whole;
        return MISLEADING.matcher(start).replaceAll("?");
    }
}
