package org.bayeux.server.jmx;

import java.util.List;
import java.util.Map;

/**
 * A server as one node of a cluster: which others it knows, what crosses between them, and what an operator may want of it.
 * Source: manual 9.5.
 */
public interface ClusterMXBean {

    /** The name of this node, as the other nodes speak of it. */
    String getURL();

    /** What tells this node from all others and from itself before a restart. */
    String getId();

    /** Whether it has met the nodes that were there when it started, and is still among them. */
    boolean isJoined();

    /** The names of the other nodes that live, sorted. */
    List<String> getKnownComets();

    /** The channels and patterns that are observed, sorted. */
    List<String> getObservedChannels();

    /** How many messages on channels this node has sent to others; one that goes to two nodes counts twice. */
    long getMessagesSent();

    /** How many messages on channels have come from other nodes. */
    long getMessagesReceived();

    /**
     * How often messages from or to a node that lives may have been missed, since it could not be reached for too long or was
     * too slow. Should be 0.
     */
    long getGaps();

    /**
     * For each node that is heard of, how many bytes wait until it has acknowledged them. One that grows belongs to a node
     * that cannot be reached, or does not keep up.
     */
    Map<String, Long> getUnacknowledgedBytes();

    /** How many users are present on this node. */
    int getUsersHere();

    /** How many users are present on any node; counts them, so once in a few seconds is fine. */
    int getUsers();

    /**
     * Wants what other nodes publish on this channel, or on those that the pattern matches, until the server stops.
     *
     * @throws IllegalArgumentException if it is no broadcast channel or pattern
     */
    void observeChannel(String channel);

    /**
     * Does not want it any more; another pattern that matches the same channels goes on.
     *
     * @throws IllegalArgumentException as for {@link #observeChannel}
     */
    void deobserveChannel(String channel);
}
