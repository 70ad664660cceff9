package org.bayeux.examples.chat;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who is here, in which rooms, and what was said there last: the state of the whole chat, in memory and bounded.
 * Sends nothing, so its rules are tested as plain Java. Guests are told apart by the id of their session.
 *
 * <p>Thread-safe: all state is guarded by one lock, held for a few map operations only and never while anything is
 * sent.
 */
@ApplicationScoped
class Chat {
    static final int MAX_GUESTS = 1_000;
    static final int MAX_ROOMS = 100;

    /** Rooms that are always there; any other room goes with its last member. */
    static final List<String> LASTING_ROOMS = List.of("coffee", "lobby", "questions");

    private final InstantSource clock;
    private final Elsewhere elsewhere;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<String, Guest> guestsById = new HashMap<>();

    /** By the name in lower case: "ada" shall not pass for "Ada". */
    @GuardedBy("lock")
    private final Map<String, Guest> guestsByName = new HashMap<>();

    @GuardedBy("lock")
    private final Map<String, Room> rooms = new TreeMap<>();

    /** For the proxy only. */
    Chat() {
        this(new Nowhere());
    }

    @Inject
    Chat(Elsewhere elsewhere) {
        this(Clock.systemUTC(), elsewhere);
    }

    Chat(InstantSource clock, Elsewhere elsewhere) {
        this.clock = clock;
        this.elsewhere = elsewhere;
        LASTING_ROOMS.forEach(name -> rooms.put(name, new Room(name)));
    }

    /**
     * Lets a session in under a name; asking for the same name again changes nothing.
     *
     * @throws Refusal if the name is illegal or taken, or too many guests are here
     */
    Guest enter(String sessionId, @Nullable String typedName) throws Refusal {
        Guest guest = new Guest(sessionId, Input.guestName(typedName));
        boolean taken = elsewhere.guest(guest.name()).isPresent();
        lock.lock();
        try {
            Guest known = guestsById.get(sessionId);
            if (known != null && !known.equals(guest)) {
                throw new Refusal("You are here as " + known.name() + ".");
            }
            if (known == null && guestsById.size() >= MAX_GUESTS) {
                throw new Refusal("Too many guests are here.");
            }
            if (known == null && (taken || guestsByName.containsKey(key(guest.name())))) {
                throw new Refusal("The name " + guest.name() + " is taken.");
            }
            guestsByName.put(key(guest.name()), guest);
            guestsById.put(sessionId, guest);
            return guest;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a session, and tells who is left in each of the rooms it was in. */
    List<Members> exit(String sessionId) {
        lock.lock();
        try {
            Guest guest = guestsById.remove(sessionId);
            if (guest == null) {
                return List.of();
            }
            guestsByName.remove(key(guest.name()));
            List<Members> left = new ArrayList<>();
            for (Room room : List.copyOf(rooms.values())) {
                remove(guest, room).ifPresent(left::add);
            }
            return left;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes a guest a member of a room, which is opened if need be.
     *
     * @throws Refusal if the session has not entered, the name of the room is illegal, or there is no room left
     */
    Members join(String sessionId, String typedRoom) throws Refusal {
        String name = Input.roomName(typedRoom);
        lock.lock();
        try {
            Guest guest = guest(sessionId);
            Room room = rooms.get(name);
            if (room == null) {
                if (rooms.size() >= MAX_ROOMS) {
                    throw new Refusal("There are too many rooms.");
                }
                room = new Room(name);
                rooms.put(name, room);
            }
            room.add(guest);
            return members(room);
        } finally {
            lock.unlock();
        }
    }

    /** Ends a membership, and tells who is left; empty if there was none. */
    Optional<Members> leave(String sessionId, String name) {
        lock.lock();
        try {
            Guest guest = guestsById.get(sessionId);
            Room room = rooms.get(name);
            return guest == null || room == null ? Optional.empty() : remove(guest, room);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Keeps what a member says in a room, under the name that the server knows.
     *
     * @throws Refusal if the session is no member of the room, or the text is empty or too long
     */
    Line say(String sessionId, String name, String typedText) throws Refusal {
        String text = Input.text(typedText);
        lock.lock();
        try {
            Room room = roomOf(sessionId, name);
            Line line = new Line(
                    elsewhere.idAfter(room.lastLine()), guest(sessionId).name(), text, clock.millis());
            room.keep(line);
            return line;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a line of another server, for those who join here later. */
    void keep(String name, Line line) {
        lock.lock();
        try {
            Room room = rooms.get(name);
            if (room == null
                    && rooms.size() < MAX_ROOMS
                    && !elsewhere.members(name).isEmpty()) {
                room = new Room(name);
                rooms.put(name, room);
            }
            if (room != null) {
                room.keep(line);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Somebody joined or left a room on another server: tells who is in it now; empty if it is unknown here. */
    Optional<Members> changedElsewhere(String name) {
        lock.lock();
        try {
            Room room = rooms.get(name);
            if (room == null) {
                return Optional.empty();
            }
            room.renew();
            closeIfEmpty(room);
            return Optional.of(members(room));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes a line of what a guest says to another in private. It is not kept.
     *
     * @param toName whatever the case of its letters
     * @throws Refusal if the session has not entered, nobody has that name, or the text is empty or too long
     */
    Whisper whisper(String sessionId, String toName, String typedText) throws Refusal {
        String text = Input.text(typedText);
        Optional<String> other = elsewhere.guest(toName);
        lock.lock();
        try {
            Guest from = guest(sessionId);
            Guest to = guestsByName.get(key(toName));
            if (to == null && other.isEmpty()) {
                throw new Refusal(toName + " is not here.");
            }
            String name = to == null ? other.get() : to.name();
            return new Whisper(to, new PrivateLine(from.name(), name, text, clock.millis()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * What a member sees of a room.
     *
     * @throws Refusal if the session is no member of the room
     */
    RoomView view(String sessionId, String name) throws Refusal {
        lock.lock();
        try {
            Room room = roomOf(sessionId, name);
            return new RoomView(members(room), room.lines());
        } finally {
            lock.unlock();
        }
    }

    boolean isMember(String sessionId, String name) {
        lock.lock();
        try {
            Guest guest = guestsById.get(sessionId);
            Room room = rooms.get(name);
            return guest != null && room != null && room.has(guest);
        } finally {
            lock.unlock();
        }
    }

    /** All rooms by name. */
    List<RoomSummary> rooms() {
        lock.lock();
        try {
            Set<String> names = new TreeSet<>(rooms.keySet());
            names.addAll(elsewhere.rooms());
            return names.stream()
                    .map(name -> new RoomSummary(
                            name, here(name).size() + elsewhere.members(name).size()))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** The names of the members that a room has on this server. */
    List<String> here(String name) {
        lock.lock();
        try {
            Room room = rooms.get(name);
            return room == null ? List.of() : room.names();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private Guest guest(String sessionId) throws Refusal {
        Guest guest = guestsById.get(sessionId);
        if (guest == null) {
            throw new Refusal("Tell your name first.");
        }
        return guest;
    }

    @GuardedBy("lock")
    private Room roomOf(String sessionId, String name) throws Refusal {
        Room room = rooms.get(name);
        if (room == null || !room.has(guest(sessionId))) {
            throw new Refusal("You are not in the room " + name + ".");
        }
        return room;
    }

    @GuardedBy("lock")
    private Optional<Members> remove(Guest guest, Room room) {
        if (!room.remove(guest)) {
            return Optional.empty();
        }
        closeIfEmpty(room);
        return Optional.of(members(room));
    }

    @GuardedBy("lock")
    private void closeIfEmpty(Room room) {
        boolean empty = room.isEmpty() && elsewhere.members(room.name()).isEmpty();
        if (empty && !LASTING_ROOMS.contains(room.name())) {
            rooms.remove(room.name());
        }
    }

    /** Asks elsewhere under the lock, so that of two lists the one with the higher version also knows more of others. */
    @GuardedBy("lock")
    private Members members(Room room) {
        return room.members(elsewhere.members(room.name()));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
