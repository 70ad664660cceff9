package org.bayeux.oort.link;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.bayeux.oort.link.InLink.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * Another node: a link in each direction, and what is due.
 *
 * <p>Thread-safe by one lock, under which nothing but the two links works: packets leave and listeners are told outside of
 * it, packets in the order in which they were made since one thread at a time sends them.
 */
public final class Peer {

    /** Says that all has been said that had to be when the link opened. */
    private static final byte[] GREETED = {};

    private final ReentrantLock lock = new ReentrantLock();
    private final Nodes nodes;
    private final UUID id;
    private final String url;

    /** Written by whoever hears of it, read by all. */
    private volatile UUID member;

    private final Lane lane;
    private final boolean returned;

    @GuardedBy("lock")
    private OutLink out;

    @GuardedBy("lock")
    private final InLink in;

    @GuardedBy("lock")
    private boolean sending;

    @GuardedBy("lock")
    private boolean closed;

    private volatile long lastHeard;

    /** Written by whoever gives the node up, read by those who hear that it has left. */
    private volatile boolean ended;

    /** Confined to the lane. */
    private boolean joined;

    Peer(Nodes nodes, Packet.Hello hello, UUID member, long outdated, long now) {
        this.nodes = nodes;
        this.id = hello.from();
        this.url = hello.url();
        this.member = member;
        this.lane = new Lane(nodes.threads());
        this.in = new InLink(outdated);
        this.returned = outdated > 0;
        this.out = nodes.newLink();
        this.lastHeard = now;
    }

    /** What tells this node from all others and from itself before a restart. */
    public UUID id() {
        return id;
    }

    /** The name of the node for applications. */
    public String url() {
        return url;
    }

    /** How many bytes of what was said to it wait until it has acknowledged them. */
    public long unacknowledgedBytes() {
        lock.lock();
        try {
            return out.bytes();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says something to the node, behind all that was said to it before.
     *
     * @param payload not empty; not to be changed afterwards
     * @return completes with true once the node has processed it; with false if that will never be known
     */
    public CompletionStage<Boolean> send(byte[] payload) {
        CompletableFuture<Boolean> processed = new CompletableFuture<>();
        if (!say(payload, processed)) {
            processed.complete(false);
        }
        return processed;
    }

    /** The same for what nobody waits for. */
    public void tell(byte[] payload) {
        boolean unused = say(payload, null);
    }

    /** The same for what is said when the link opens, for which there is always room. */
    public void introduce(byte[] payload) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            out.addAnyway(payload);
        } finally {
            lock.unlock();
        }
        flush();
    }

    private boolean say(byte[] payload, @Nullable CompletableFuture<Boolean> processed) {
        boolean added;
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            added = out.add(payload, processed);
        } finally {
            lock.unlock();
        }
        if (added) {
            flush();
        } else {
            reopen();
        }
        return added;
    }

    /** Whether the node is known to have ended; if not, and it has left, it may live on where it cannot be heard. */
    public boolean hasEnded() {
        return ended;
    }

    /** Whether it was given up before, and lived on: what was said meanwhile is lost. */
    public boolean hasReturned() {
        return returned;
    }

    void noteEnded() {
        ended = true;
    }

    /** Who carries its packets. */
    public UUID member() {
        return member;
    }

    /** Members that a merge of Hazelcast's clusters joins to others have new names behind it. */
    void moveTo(UUID now) {
        member = now;
    }

    void hear(long now) {
        lastHeard = now;
    }

    boolean isSilent(long now, long patience) {
        return now - lastHeard > patience;
    }

    /** Tells the listener that the link has opened, and then the node that it has been told all. */
    void open() {
        lane.run(this::greet);
    }

    void received(Packet.Parcel packet) {
        Meaning meaning;
        int added = 0;
        boolean forgottenByIt;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            meaning = in.meaningOf(packet);
            if (meaning == Meaning.BEGIN || meaning == Meaning.NEXT) {
                boolean replaced = meaning == Meaning.BEGIN && in.number() > 0;
                added = take(packet.link(), in.accept(packet), replaced);
            }
            forgottenByIt = meaning == Meaning.BEGIN && packet.known() != out.number() && out.isKnown();
        } finally {
            lock.unlock();
        }
        lane.wake(added);
        if (meaning == Meaning.KNOWN_OR_GAP) {
            acknowledge(packet.link());
        } else if (meaning == Meaning.OUTDATED) {
            nodes.transmit(id, new Packet.Ack(nodes.self(), packet.link(), Packet.Ack.FORGOTTEN));
        }
        if (forgottenByIt) {
            reopen();
        }
    }

    void received(Packet.Ack packet) {
        List<CompletableFuture<Boolean>> processed = List.of();
        boolean forgotten;
        lock.lock();
        try {
            boolean current = !closed && packet.link() == out.number();
            forgotten = current && packet.isForgotten();
            if (current && !forgotten) {
                processed = out.acknowledged(packet.upTo(), nodes.now());
            }
        } finally {
            lock.unlock();
        }
        processed.forEach(it -> it.complete(true));
        if (forgotten) {
            reopen();
        } else {
            flush();
        }
    }

    void checkPatience(long now) {
        lock.lock();
        try {
            out.checkPatience(now);
        } finally {
            lock.unlock();
        }
        flush();
    }

    /** Says and hears nothing any more; returns the greatest number of its links. To be followed by {@link #mourn}. */
    long end() {
        lock.lock();
        try {
            closed = true;
            return in.greatestNumber();
        } finally {
            lock.unlock();
        }
    }

    /** Tells all whom it concerns that the node was given up. */
    void mourn() {
        List<CompletableFuture<Boolean>> lost;
        lock.lock();
        try {
            lost = out.close();
        } finally {
            lock.unlock();
        }
        lost.forEach(it -> it.complete(false));
        lane.run(this::tellLeft);
    }

    /** Queues payloads while the lock still keeps those of the next packet behind them; returns how many tasks that are. */
    @GuardedBy("lock")
    private int take(long link, List<byte[]> payloads, boolean replaced) {
        if (replaced) {
            lane.addAtOnce(() -> nodes.listener().missed(this));
        }
        for (byte[] payload : payloads) {
            lane.add(() -> process(link, payload));
            lane.addAtOnce(() -> noteProcessed(link));
        }
        lane.addAtOnce(() -> acknowledge(link));
        return 2 * payloads.size() + (replaced ? 2 : 1);
    }

    private @Nullable CompletionStage<?> process(long link, byte[] payload) {
        if (!isCurrent(link)) {
            return null;
        }
        if (payload.length > 0) {
            return nodes.listener().received(this, payload);
        }
        if (!joined) {
            joined = true;
            nodes.listener().joined(this);
        }
        return null;
    }

    /** Whether the payloads of a link still count: not if it was replaced, or its node was given up. */
    private boolean isCurrent(long link) {
        lock.lock();
        try {
            return !closed && in.number() == link;
        } finally {
            lock.unlock();
        }
    }

    private void noteProcessed(long link) {
        lock.lock();
        try {
            in.processedOne(link);
        } finally {
            lock.unlock();
        }
    }

    private void acknowledge(long link) {
        long processed;
        lock.lock();
        try {
            processed = in.processed(link);
        } finally {
            lock.unlock();
        }
        nodes.transmit(id, new Packet.Ack(nodes.self(), link, processed));
    }

    private void greet() {
        nodes.listener().opened(this);
        CompletionStage<Boolean> unused = send(GREETED);
    }

    private void tellLeft() {
        nodes.listener().left(this, joined);
    }

    /** What was on its way is lost, and the node hears everything from the beginning. */
    private void reopen() {
        List<CompletableFuture<Boolean>> lost;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            lost = out.close();
            out = nodes.newLink();
        } finally {
            lock.unlock();
        }
        // The caller may hold a lock of its own.
        lane.run(() -> {
            lost.forEach(it -> it.complete(false));
            nodes.listener().missed(this);
            greet();
        });
    }

    private void flush() {
        Packet.Parcel packet = nextPacket(true);
        try {
            while (packet != null) {
                nodes.transmit(id, packet);
                packet = nextPacket(false);
            }
        } catch (Error e) {
            stopSending();
            throw e;
        }
    }

    /** Lets others send: what this thread has not sent for a lack of memory or the like, they send again. */
    private void stopSending() {
        lock.lock();
        try {
            sending = false;
        } finally {
            lock.unlock();
        }
    }

    /** The next packet to send; null if there is none, or if another thread is sending, which finds it then. */
    private Packet.@Nullable Parcel nextPacket(boolean begin) {
        lock.lock();
        try {
            if ((begin && sending) || closed) {
                return null;
            }
            Packet.Parcel packet = out.next(in.number(), nodes.now());
            sending = packet != null;
            return packet;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
