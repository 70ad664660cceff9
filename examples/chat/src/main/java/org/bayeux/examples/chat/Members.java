package org.bayeux.examples.chat;

import java.util.List;

/**
 * Who is in a room at some moment. Immutable; public for JSON-B.
 *
 * @param room name of the room
 * @param version counts the joins and leaves of the room: of two lists the one with the higher version is the later
 *     one, whatever order they arrive in. Each server counts by itself.
 * @param names of the members in the order they joined, those who are on this server first
 */
public record Members(String room, long version, List<String> names) {

    /** Copies the names. */
    public Members {
        names = List.copyOf(names);
    }
}
