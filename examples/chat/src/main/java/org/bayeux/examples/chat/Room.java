package org.bayeux.examples.chat;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The members of a room and what was said there last. Guarded by the lock of {@link Chat}. */
final class Room {
    static final int MAX_MEMBERS = 200;
    static final int HISTORY = 50;

    private final String name;
    private final Set<Guest> members = new LinkedHashSet<>();
    private final ArrayDeque<Line> history = new ArrayDeque<>(HISTORY);
    private long version;
    private long lastLine;

    Room(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(Guest guest) throws Refusal {
        if (members.contains(guest)) {
            return;
        }
        if (members.size() == MAX_MEMBERS) {
            throw new Refusal("The room is full.");
        }
        members.add(guest);
        version++;
    }

    /** Whether the guest was a member. */
    boolean remove(Guest guest) {
        boolean removed = members.remove(guest);
        if (removed) {
            version++;
        }
        return removed;
    }

    /** The highest id that any line had here; 0 if there was none. */
    long lastLine() {
        return lastLine;
    }

    void keep(Line line) {
        if (history.size() == HISTORY) {
            history.removeFirst();
        }
        lastLine = Math.max(lastLine, line.id());
        history.addLast(line);
    }

    /** Makes lists of members that are made from now on later ones. */
    void renew() {
        version++;
    }

    boolean has(Guest guest) {
        return members.contains(guest);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** The names of those who are on this server, in the order they joined. */
    List<String> names() {
        return members.stream().map(Guest::name).toList();
    }

    Members members(List<String> elsewhere) {
        return new Members(
                name,
                version,
                Stream.concat(names().stream(), elsewhere.stream()).toList());
    }

    /** Oldest first. */
    List<Line> lines() {
        return List.copyOf(history);
    }
}
