package org.bayeux.oort.hazelcast;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.bayeux.oort.link.Network;

/**
 * Packets as messages on topics of Hazelcast: one topic that all nodes of a cloud hear, and one for each node that it
 * alone hears, so that a packet goes to one member only. Bytes only, so members need no classes of each other.
 *
 * <p>The instance belongs to whoever gave it. Thread-safe.
 */
public final class HazelcastNetwork implements Network {

    private final ReentrantLock lock = new ReentrantLock();
    private final HazelcastInstance hazelcast;
    private final String prefix;
    private final ITopic<byte[]> all;

    @GuardedBy("lock")
    private final List<Runnable> undo = new ArrayList<>();

    /**
     * Makes a network on the members of a Hazelcast cluster.
     *
     * @param cloud what keeps several applications on these members apart
     */
    public HazelcastNetwork(HazelcastInstance hazelcast, String cloud) {
        this.hazelcast = hazelcast;
        this.prefix = "bayeux:" + cloud + ":";
        this.all = hazelcast.getTopic(prefix + "all");
    }

    @Override
    public void join(UUID self, Receiver receiver) {
        ITopic<byte[]> own = topicOf(self);
        lock.lock();
        try {
            listen(own, receiver);
            listen(all, receiver);
            UUID membership = hazelcast.getCluster().addMembershipListener(new Leavers(receiver));
            undo.add(() -> hazelcast.getCluster().removeMembershipListener(membership));
            UUID lifecycle = hazelcast.getLifecycleService().addLifecycleListener(event -> {
                if (event.getState() == LifecycleState.SHUTTING_DOWN) {
                    receiver.ended();
                }
            });
            undo.add(() -> hazelcast.getLifecycleService().removeLifecycleListener(lifecycle));
            undo.add(own::destroy);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void send(UUID to, byte[] packet) {
        publish(topicOf(to), packet);
    }

    @Override
    public void sendToAll(byte[] packet) {
        publish(all, packet);
    }

    @Override
    public void leave() {
        lock.lock();
        try {
            undo.forEach(HazelcastNetwork::orLeave);
            undo.clear();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Set<UUID> otherMembers() {
        return hazelcast.getCluster().getMembers().stream()
                .filter(it -> !it.localMember())
                .map(Member::getUuid)
                .collect(Collectors.toSet());
    }

    @GuardedBy("lock")
    private void listen(ITopic<byte[]> topic, Receiver receiver) {
        UUID listener = topic.addMessageListener(message -> receive(message, receiver));
        undo.add(() -> topic.removeMessageListener(listener));
    }

    static void receive(Message<byte[]> message, Receiver receiver) {
        Member publisher = message.getPublishingMember();
        // A member that has gone meanwhile is not known any more, and one that a merge renames has no id for a moment.
        if (publisher != null && publisher.getUuid() != null) {
            receiver.received(publisher.getUuid(), message.getMessageObject());
        }
    }

    private static void publish(ITopic<byte[]> topic, byte[] packet) {
        ifActive(() -> topic.publish(packet));
    }

    /** An instance that was shut down by its owner carries nothing any more, as a network that is cut. */
    private static void ifActive(Runnable action) {
        try {
            action.run();
        } catch (HazelcastInstanceNotActiveException e) {
            System.getLogger(HazelcastNetwork.class.getName())
                    .log(System.Logger.Level.DEBUG, "Hazelcast is not active any more", e);
        }
    }

    /** What cannot be undone, as while members come and go, keeps the rest from nothing. */
    private static void orLeave(Runnable action) {
        try {
            ifActive(action);
        } catch (RuntimeException e) {
            System.getLogger(HazelcastNetwork.class.getName())
                    .log(System.Logger.Level.WARNING, "BYX-6014: Hazelcast keeps something of a node that has left", e);
        }
    }

    private ITopic<byte[]> topicOf(UUID node) {
        return hazelcast.getTopic(prefix + node);
    }

    private record Leavers(Receiver receiver) implements MembershipListener {

        @Override
        public void memberAdded(MembershipEvent event) {
            // Nodes introduce themselves.
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            Member member = event.getMember();
            receiver.lost(member.getUuid(), Pulse.isGone(member.getSocketAddress()));
        }
    }
}
