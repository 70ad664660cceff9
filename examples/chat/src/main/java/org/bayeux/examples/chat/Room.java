package org.bayeux.examples.chat;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    Line say(Guest guest, String text, long time) {
        if (history.size() == HISTORY) {
            history.removeFirst();
        }
        Line line = new Line(++lastLine, guest.name(), text, time);
        history.addLast(line);
        return line;
    }

    boolean has(Guest guest) {
        return members.contains(guest);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    Members members() {
        return new Members(name, version, members.stream().map(Guest::name).toList());
    }

    RoomView view() {
        return new RoomView(members(), List.copyOf(history));
    }

    RoomSummary summary() {
        return new RoomSummary(name, members.size());
    }
}
