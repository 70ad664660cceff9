package org.bayeux.oort.interest;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.bayeux.api.ChannelId;
import org.bayeux.oort.link.Nodes;
import org.bayeux.oort.link.Peer;
import org.bayeux.oort.link.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Tells the other nodes which messages this one wants, and knows what they want.
 *
 * <p>Thread-safe. What is announced is guarded by one lock, under which it is also said, so that what comes later says what
 * is true; no code of the application runs under it.
 */
public final class Interest implements Subject {

    private static final byte MARK = 'I';
    private static final CompletionStage<?> KNOWN = CompletableFuture.completedFuture(null);

    private final ReentrantLock lock = new ReentrantLock();
    private final Wishes<Peer> wishes = new Wishes<>();
    private final Demand demand;

    /** Those who are told; set before the first is met. */
    private volatile @Nullable Nodes nodes;

    @GuardedBy("lock")
    private final Set<String> observed = new TreeSet<>();

    /** What is announced, with what completes once all nodes know it. */
    @GuardedBy("lock")
    private final Map<String, CompletionStage<?>> announced = new HashMap<>();

    /** Makes the interest of this server, which observes nothing yet. */
    public Interest(Demand demand) {
        this.demand = demand;
    }

    /** Says who is to be told. */
    public void tells(Nodes others) {
        nodes = others;
    }

    /** Begins to want what is published elsewhere on a channel or pattern; false if it did before. */
    public boolean observe(ChannelId channel) {
        lock.lock();
        try {
            if (!observed.add(channel.getId())) {
                return false;
            }
            announceAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Ceases to want what is published elsewhere on a channel or pattern; false if it did not. */
    public boolean deobserve(ChannelId channel) {
        lock.lock();
        try {
            if (!observed.remove(channel.getId())) {
                return false;
            }
            announceAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Looks at all that is wanted here: what came before anybody was to be asked has not been told. */
    public void announce() {
        lock.lock();
        try {
            announceAll();
        } finally {
            lock.unlock();
        }
    }

    /** The channels and patterns that are observed. */
    public Set<String> observed() {
        lock.lock();
        try {
            return Set.copyOf(observed);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks whether a pattern is wanted, and tells the others if that has changed.
     *
     * @return completes once all know
     */
    public CompletionStage<?> changed(String pattern) {
        lock.lock();
        try {
            boolean wanted = isConcerned(pattern) && demand.isWanted(pattern);
            CompletionStage<?> known = announced.get(pattern);
            if (wanted && known == null) {
                CompletionStage<?> told = tell(Announcement.of(Announcement.Kind.MORE, pattern));
                announced.put(pattern, told);
                return told;
            }
            if (!wanted && known != null) {
                announced.remove(pattern);
                return tell(Announcement.of(Announcement.Kind.LESS, pattern));
            }
            return known == null ? KNOWN : known;
        } finally {
            lock.unlock();
        }
    }

    /** Calls {@code action} once for each node that wants messages on this channel. */
    public void forEachInterested(ChannelId channel, Consumer<Peer> action) {
        wishes.forEach(channel, action);
    }

    @Override
    public byte mark() {
        return MARK;
    }

    @Override
    public void opened(Peer node) {
        lock.lock();
        try {
            CompletionStage<Boolean> unused = node.send(all());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable CompletionStage<?> received(Peer node, byte[] payload) {
        Announcement said = Announcement.decode(payload);
        switch (said.kind()) {
            case ALL -> wishes.replace(node, said.observed(), said.patterns());
            case MORE -> said.patterns().forEach(pattern -> wishes.add(node, pattern));
            case LESS -> said.patterns().forEach(pattern -> wishes.remove(node, pattern));
        }
        return null;
    }

    @Override
    public void left(Peer node) {
        wishes.replace(node, List.of(), List.of());
    }

    @GuardedBy("lock")
    private void announceAll() {
        Map<String, CompletionStage<?>> before = Map.copyOf(announced);
        announced.clear();
        for (String pattern : demand.wanted()) {
            if (isConcerned(pattern)) {
                announced.put(pattern, KNOWN);
            }
        }
        CompletionStage<?> told = tellAll(all());
        announced.replaceAll((pattern, stage) -> before.getOrDefault(pattern, told));
    }

    @GuardedBy("lock")
    private boolean isConcerned(String pattern) {
        ChannelId wanted = new ChannelId(pattern);
        return observed.stream().anyMatch(it -> Overlap.between(new ChannelId(it), wanted));
    }

    @GuardedBy("lock")
    private byte[] all() {
        return Announcement.all(observed, announced.keySet()).encode(MARK);
    }

    private CompletionStage<?> tell(Announcement announcement) {
        return tellAll(announcement.encode(MARK));
    }

    private CompletionStage<?> tellAll(byte[] payload) {
        Nodes others = nodes;
        if (others == null) {
            return KNOWN;
        }
        List<CompletableFuture<Boolean>> told = new ArrayList<>();
        for (Peer node : others.all()) {
            told.add(node.send(payload).toCompletableFuture());
        }
        return told.isEmpty() ? KNOWN : CompletableFuture.allOf(told.toArray(CompletableFuture<?>[]::new));
    }
}
