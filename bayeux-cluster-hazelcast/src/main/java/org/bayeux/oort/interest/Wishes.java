package org.bayeux.oort.interest;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bayeux.api.ChannelId;

/**
 * What other nodes want: the channels they observe, and of these the patterns that somebody there has subscribed to or
 * listens to. Finding those who want a message costs by the depth of its channel, whatever they want besides.
 *
 * <p>Thread-safe. The wishes of one node are changed by one thread at a time, as what it says comes in order.
 *
 * @param <N> nodes
 */
final class Wishes<N> {

    private final ConcurrentHashMap<String, Set<N>> byPattern = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Set<N>> byObserved = new ConcurrentHashMap<>();

    /** Forgets what a node wanted and knows this instead. */
    void replace(N node, Collection<String> observed, Collection<String> patterns) {
        replace(byObserved, node, observed);
        replace(byPattern, node, patterns);
    }

    void add(N node, String pattern) {
        add(byPattern, node, pattern);
    }

    void remove(N node, String pattern) {
        remove(byPattern, node, pattern);
    }

    /** Calls {@code action} once for each node that wants messages on this channel. */
    void forEach(ChannelId channel, Consumer<N> action) {
        if (byPattern.isEmpty()) {
            return;
        }
        Set<N> exact = nodes(byPattern, channel.getId());
        for (N node : exact) {
            tellIfObserved(node, channel, action);
        }
        Set<N> told = exact;
        for (String wild : channel.getWilds()) {
            for (N node : nodes(byPattern, wild)) {
                if (!told.contains(node) && !wantsByEarlierWild(node, channel, wild)) {
                    tellIfObserved(node, channel, action);
                }
            }
        }
    }

    private boolean wantsByEarlierWild(N node, ChannelId channel, String reached) {
        for (String wild : channel.getWilds()) {
            if (wild.equals(reached)) {
                return false;
            }
            if (nodes(byPattern, wild).contains(node)) {
                return true;
            }
        }
        return false;
    }

    private void tellIfObserved(N node, ChannelId channel, Consumer<N> action) {
        boolean observed = nodes(byObserved, channel.getId()).contains(node);
        for (String wild : channel.getWilds()) {
            observed = observed || nodes(byObserved, wild).contains(node);
        }
        if (observed) {
            action.accept(node);
        }
    }

    private Set<N> nodes(ConcurrentHashMap<String, Set<N>> map, String pattern) {
        return map.getOrDefault(pattern, Set.of());
    }

    private void replace(ConcurrentHashMap<String, Set<N>> map, N node, Collection<String> patterns) {
        for (String known : map.keySet()) {
            if (!patterns.contains(known)) {
                remove(map, node, known);
            }
        }
        patterns.forEach(pattern -> add(map, node, pattern));
    }

    private void add(ConcurrentHashMap<String, Set<N>> map, N node, String pattern) {
        map.compute(pattern, (key, known) -> {
            Set<N> nodes = known == null ? ConcurrentHashMap.newKeySet() : known;
            nodes.add(node);
            return nodes;
        });
    }

    private void remove(ConcurrentHashMap<String, Set<N>> map, N node, String pattern) {
        map.computeIfPresent(pattern, (key, nodes) -> {
            nodes.remove(node);
            return nodes.isEmpty() ? null : nodes;
        });
    }
}
