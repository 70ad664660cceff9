package org.bayeux.benchmark.app;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Who is in which room of a bare server.
 *
 * @param <M> a member; thread-safe
 */
final class BareRooms<M> {

    private final Map<String, Queue<M>> rooms = new ConcurrentHashMap<>();

    /** @param list numbers of rooms, parted by commas */
    void join(M member, String list) {
        for (String room : list.split(",", -1)) {
            rooms.computeIfAbsent(room, name -> new ConcurrentLinkedQueue<>()).add(member);
        }
    }

    void leave(M member) {
        rooms.values().forEach(room -> room.remove(member));
    }

    /** Calls {@code send} for each member of the room. */
    void eachOf(String room, Consumer<M> send) {
        Queue<M> members = rooms.get(room);
        if (members != null) {
            members.forEach(send);
        }
    }
}
