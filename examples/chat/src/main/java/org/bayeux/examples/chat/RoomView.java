package org.bayeux.examples.chat;

import java.util.List;

/**
 * All that a member sees on entering a room. Immutable; public for JSON-B.
 *
 * @param members who is in the room
 * @param lines what was said last, oldest first
 */
public record RoomView(Members members, List<Line> lines) {

    /** Copies the lines. */
    public RoomView {
        lines = List.copyOf(lines);
    }
}
