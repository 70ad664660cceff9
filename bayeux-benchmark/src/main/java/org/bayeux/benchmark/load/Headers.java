package org.bayeux.benchmark.load;

import org.jspecify.annotations.Nullable;

/** Looks headers up in the text of a response. */
final class Headers {

    private Headers() {}

    /** The value of the first header of that name, which is in lower case, as the whole text is in {@code lower}. */
    static @Nullable String value(String text, String lower, String name) {
        int at = lower.indexOf("\r\n" + name + ":");
        if (at < 0) {
            return null;
        }
        int from = at + name.length() + 3;
        return text.substring(from, text.indexOf("\r\n", from)).trim();
    }
}
