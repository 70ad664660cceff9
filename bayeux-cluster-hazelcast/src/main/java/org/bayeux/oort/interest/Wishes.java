package org.bayeux.oort.interest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;
import org.bayeux.api.ChannelId;

/**
 * What other nodes want: the channels they observe, and of these the patterns that somebody there has subscribed to or
 * listens to. Finding those who want a message costs by the depth of its channel, whatever they want besides.
 *
 * <p>Thread-safe. Several patterns may ask for one message, and one may come as another goes: who looks for those who want it
 * sees all patterns as they are at one moment, by a {@link StampedLock} that is written for each change. The wishes of one
 * node are changed by one thread at a time, as what it says comes in order.
 *
 * @param <N> nodes
 */
final class Wishes<N> {

    private final StampedLock lock = new StampedLock();

    /** Sets are never changed but replaced, so that they can be read without the lock. */
    private final ConcurrentHashMap<String, Set<N>> byPattern = new ConcurrentHashMap<>();

    private final ConcurrentHashMap<String, Set<N>> byObserved = new ConcurrentHashMap<>();

    /** Forgets what a node wanted and knows this instead. */
    void replace(N node, Collection<String> observed, Collection<String> patterns) {
        change(() -> {
            replace(byObserved, node, observed);
            replace(byPattern, node, patterns);
        });
    }

    void add(N node, String pattern) {
        change(() -> add(byPattern, node, pattern));
    }

    void remove(N node, String pattern) {
        change(() -> remove(byPattern, node, pattern));
    }

    /** Calls {@code action} once for each node that wants messages on this channel; no lock is held meanwhile. */
    void forEach(ChannelId channel, Consumer<N> action) {
        wantedBy(channel).forEach(action);
    }

    private List<N> wantedBy(ChannelId channel) {
        long stamp = lock.tryOptimisticRead();
        if (stamp != 0) {
            List<N> found = find(channel);
            if (lock.validate(stamp)) {
                return found;
            }
        }
        stamp = lock.readLock();
        try {
            return find(channel);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    private List<N> find(ChannelId channel) {
        Set<N> wanting = nodes(byPattern, channel);
        if (wanting.isEmpty()) {
            return List.of();
        }
        List<N> found = new ArrayList<>(wanting);
        found.retainAll(nodes(byObserved, channel));
        return found;
    }

    /** Those who have the channel or a pattern that matches it. */
    private Set<N> nodes(ConcurrentHashMap<String, Set<N>> map, ChannelId channel) {
        Set<N> all = map.getOrDefault(channel.getId(), Set.of());
        for (String wild : channel.getWilds()) {
            all = union(all, map.getOrDefault(wild, Set.of()));
        }
        return all;
    }

    private Set<N> union(Set<N> one, Set<N> other) {
        if (one.containsAll(other)) {
            return one;
        }
        if (one.isEmpty()) {
            return other;
        }
        Set<N> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private void change(Runnable change) {
        long stamp = lock.writeLock();
        try {
            change.run();
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    private void replace(ConcurrentHashMap<String, Set<N>> map, N node, Collection<String> patterns) {
        Set<String> wanted = Set.copyOf(patterns);
        map.forEach((known, nodes) -> {
            if (nodes.contains(node) && !wanted.contains(known)) {
                remove(map, node, known);
            }
        });
        wanted.forEach(pattern -> add(map, node, pattern));
    }

    private void add(ConcurrentHashMap<String, Set<N>> map, N node, String pattern) {
        map.merge(pattern, Set.of(node), this::union);
    }

    private void remove(ConcurrentHashMap<String, Set<N>> map, N node, String pattern) {
        map.computeIfPresent(pattern, (key, nodes) -> {
            Set<N> others = new HashSet<>(nodes);
            others.remove(node);
            return others.isEmpty() ? null : Set.copyOf(others);
        });
    }
}
