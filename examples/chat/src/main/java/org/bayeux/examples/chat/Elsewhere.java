package org.bayeux.examples.chat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bayeux.api.server.ServerSession;

/**
 * The other servers that the chat runs on: what this one knows of them and tells them. The chat alone has none; an
 * application that adds an alternative bean of this type has some, and fires {@link RoomChanged}.
 *
 * <p>Thread-safe. What is asked for is answered from memory, without waiting for anybody and without events, since the
 * chat asks under its lock.
 */
public interface Elsewhere {

    /**
     * The name of a guest who is on another server, as it was entered there; empty if nobody is.
     *
     * @param name whatever the case of its letters
     */
    Optional<String> guest(String name);

    /** The rooms that have members on other servers. */
    Set<String> rooms();

    /** The names of the members that a room has on other servers; empty if there are none. */
    List<String> members(String room);

    /** Tells the others that a guest has entered here, who goes with the session. */
    void entered(String name, ServerSession session);

    /**
     * Tells the others whom a room has here.
     *
     * @param members tells it, as often as it takes to share what is true at the end
     */
    void share(String room, Supplier<List<String>> members);

    /** Delivers a private line on a channel to a guest who is on another server; nobody is told if that one has just gone. */
    void deliver(String channel, PrivateLine line);

    /**
     * The id of the next line in a room.
     *
     * @param last the highest id that was seen there, or 0
     * @return one that is higher, and is given by no other server
     */
    long idAfter(long last);
}
