package org.bayeux.server.jmx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a server. There may be very many, so they are listed in pages; whoever reads an attribute or asks for a
 * page makes the server look at all of them.
 *
 * <p>Whoever knows the id of a session can speak for it: access to JMX is access to the clients.
 */
public interface SessionsMXBean {

    /** How many there are, local ones included. */
    int getCount();

    /** How many of them belong to the server's own code. */
    int getLocalCount();

    /** How many messages wait in all queues together. */
    long getQueuedMessages();

    /** How many messages wait in the longest queue. */
    int getLongestQueue();

    /**
     * A page of the sessions in the order of their ids.
     *
     * @param from how many to leave out at the beginning
     * @param count how many to return at most
     * @throws IllegalArgumentException if one of them is negative
     */
    List<SessionDescription> list(int from, int count);

    /** As {@link #list}, of those whose user agent contains a text. */
    List<SessionDescription> listWithUserAgent(String part, int from, int count);

    /** As {@link #list}, of those with most messages waiting first. */
    List<SessionDescription> listByQueueSize(int from, int count);

    /** Describes a session; {@code null} if there is none of this id. */
    @Nullable
    SessionDescription describe(String id);

    /** Sends a client away, soon; {@code false}: there is no such session. */
    boolean disconnect(String id);
}
