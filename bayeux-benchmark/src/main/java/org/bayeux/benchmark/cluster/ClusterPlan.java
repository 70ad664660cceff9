package org.bayeux.benchmark.cluster;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bayeux.benchmark.load.Workload;
import org.bayeux.benchmark.server.ServerKind;

/**
 * Which clusters are measured, and how.
 *
 * @param subjects the kinds of servers; the others are set against the first
 * @param sizes how many nodes the clusters have, one after the other
 * @param shares how many of a hundred rooms are wide, which makes no difference to a single node
 * @param rates planned deliveries per second of all nodes together
 * @param rounds how often each has its turn
 * @param length how long each turn is measured
 * @param warmUp how long the same load runs before that
 * @param workload all the rest
 */
public record ClusterPlan(
        List<ServerKind> subjects,
        List<Integer> sizes,
        List<Integer> shares,
        List<Double> rates,
        int rounds,
        Duration length,
        Duration warmUp,
        Workload workload) {

    /** Checks that there is something to do. */
    public ClusterPlan {
        subjects = List.copyOf(subjects);
        sizes = List.copyOf(sizes);
        shares = List.copyOf(shares);
        rates = List.copyOf(rates);
        if (rounds < 1 || Stream.of(subjects, sizes, shares, rates).anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("it takes subjects, nodes, shares, rates and at least one round");
        }
        if (sizes.stream().anyMatch(size -> size < 1) || rates.stream().anyMatch(rate -> rate <= 0)) {
            throw new IllegalArgumentException("nodes and rates must be more than 0");
        }
        if (length.toMillis() <= 0) {
            throw new IllegalArgumentException("seconds must be more than 0");
        }
        subjects.stream().filter(kind -> !kind.isClustered()).findFirst().ifPresent(kind -> {
            throw new IllegalArgumentException("there is no cluster of " + kind.label());
        });
    }

    /** What a cluster of so many nodes is put under. */
    List<Setting> settings(int size) {
        List<Integer> wide = size == 1 ? List.of(0) : shares;
        return rates.stream()
                .flatMap(rate -> wide.stream().map(share -> new Setting(size, share, rate)))
                .toList();
    }
}
