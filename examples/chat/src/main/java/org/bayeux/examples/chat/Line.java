package org.bayeux.examples.chat;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was said in a room. Immutable; public for JSON-B.
 *
 * @param id grows in each room, and no two lines there have the same, so that a browser can sort lines and drop those
 *     it has already
 * @param name of the guest who said it, as the server knows it
 * @param text what was said, as typed: whoever shows it has to escape it
 * @param time when it was said, in milliseconds since 1970
 */
public record Line(long id, String name, String text, long time) {

    /**
     * Reads a line that another server has made.
     *
     * @throws Refusal if it is none
     */
    static Line of(@Nullable Object data) throws Refusal {
        return new Line(
                Input.number(data, "id"),
                Input.field(data, "name"),
                Input.field(data, "text"),
                Input.number(data, "time"));
    }
}
