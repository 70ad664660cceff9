package org.bayeux.it.cluster.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What came out, as a table for the guide. Confined to one thread. */
final class Tally {

    private final Map<Fault, List<Trial>> trials = new EnumMap<>(Fault.class);

    void add(Fault fault, Trial trial) {
        trials.computeIfAbsent(fault, it -> new ArrayList<>()).add(trial);
    }

    List<String> failures(Fault fault) {
        return trials.getOrDefault(fault, List.of()).stream()
                .flatMap(it -> it.failures().stream())
                .toList();
    }

    String table(int nodes) {
        StringBuilder table = new StringBuilder("\n" + nodes + " nodes\n\n");
        table.append("| fault | times | failures | equal again, median | worst |\n|---|---|---|---|---|\n");
        trials.forEach((fault, all) -> {
            long failed = all.stream().filter(it -> !it.failures().isEmpty()).count();
            if (fault == Fault.KILL) {
                row(table, "`kill -9`: the others", failed, all.stream().map(Trial::others));
                row(
                        table,
                        "- whole, once its server is up again",
                        failed,
                        all.stream().map(Trial::behindStart));
                row(
                        table,
                        "- the same, with the start of the server",
                        failed,
                        all.stream().map(Trial::equal));
            } else {
                row(table, fault.label(), failed, all.stream().map(Trial::equal));
            }
        });
        return table.toString();
    }

    private static void row(StringBuilder table, String what, long failed, Stream<Duration> times) {
        List<Duration> sorted = times.sorted().toList();
        table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.1f s | %.1f s |%n",
                what,
                sorted.size(),
                failed,
                sorted.get(sorted.size() / 2).toMillis() / 1000.0,
                sorted.get(sorted.size() - 1).toMillis() / 1000.0));
    }
}
