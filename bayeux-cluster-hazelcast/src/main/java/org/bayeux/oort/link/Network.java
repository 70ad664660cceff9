package org.bayeux.oort.link;

import java.util.Set;
import java.util.UUID;

/**
 * Carries packets between the nodes of one cluster. A packet may get lost, come twice, late or out of order, but never
 * changed; {@link Nodes} makes up for all of it.
 *
 * <p>Thread-safe.
 */
public interface Network {

    /**
     * Begins to receive.
     *
     * @param self what tells this node from all others, by which they send to it
     */
    void join(UUID self, Receiver receiver);

    /** Sends a packet to one node, without waiting for it; does nothing if there is no such node. */
    void send(UUID to, byte[] packet);

    /** Sends a packet to all nodes, those that are not known yet and perhaps the sender included. */
    void sendToAll(byte[] packet);

    /** Receives no more. */
    void leave();

    /** The processes in it besides this one, as far as it knows; in some there may be no node. */
    default Set<UUID> otherMembers() {
        return Set.of();
    }

    /** Hears on any thread, on several at once perhaps, and does not block. */
    interface Receiver {

        /**
         * There is a packet.
         *
         * @param member the process that it comes from, in which there may be several nodes
         */
        void received(UUID member, byte[] packet);

        /**
         * Nothing is carried to and from a process any more.
         *
         * @param ended whether it has ended, and all its nodes with it; otherwise it may live on
         */
        void lost(UUID member, boolean ended);

        /** Nothing is carried to and from this process any more, whoever is there. */
        void ended();
    }
}
