package org.bayeux.benchmark.cluster;

import java.util.List;
import java.util.Locale;
import org.bayeux.benchmark.server.ServerKind;

/** Results of clusters as tables in Markdown. */
final class ClusterTable {

    private static final String HEAD = """
            | subject | nodes | rooms on all nodes | planned/s | delivered/s | lost | p50 µs | p99 µs \
            | frames/delivery | CPU µs/delivery | %s / it | CPU µs/message | CPU µs/crossing, against 0 %% \
            | against one node | each exactly once |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;
    private static final String IDLE_HEAD = """

            | subject | nodes | CPU ms/s of a node without clients |
            |---|---|---|
            """;

    private final ClusterResults results;

    ClusterTable(ClusterResults results) {
        this.results = results;
    }

    /** One turn in one line. */
    static String line(Turn it) {
        return String.format(
                Locale.ROOT,
                "%s, %d nodes, %d %% wide, round %d: %,.0f/s of %,.0f/s, p50/p99 %,d/%,d µs,"
                        + " %.2f µs of all nodes for each delivery%s",
                it.subject(),
                it.setting().nodes(),
                it.setting().widePercent(),
                it.round() + 1,
                it.outcome().deliveryRate(),
                it.setting().rate(),
                it.outcome().latencies().percentile(50),
                it.outcome().latencies().percentile(99),
                it.cpuMicrosPerDelivery(),
                it.outcome().complete() ? "" : ", INCOMPLETE");
    }

    String text() {
        ClusterPlan plan = results.plan();
        StringBuilder text = new StringBuilder(HEAD.formatted(first()));
        for (int size : plan.sizes()) {
            for (Setting setting : plan.settings(size)) {
                plan.subjects().stream().map(ServerKind::label).forEach(it -> text.append(row(it, setting)));
            }
        }
        text.append(IDLE_HEAD);
        results.idling().forEach(it -> text.append(row(it)));
        return text.toString();
    }

    private String row(String subject, Setting setting) {
        List<Turn> turns = results.of(subject, setting);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d %% | %,.0f | %,.0f | %,d | %,.0f | %,.0f | %.2f | %.2f | %.2f | %,.0f | %s | %s | %s |\n",
                subject,
                setting.nodes(),
                setting.widePercent(),
                setting.rate(),
                results.median(subject, setting, it -> it.outcome().deliveryRate()),
                turns.stream().mapToLong(ClusterTable::lost).sum(),
                results.median(subject, setting, it -> it.outcome().latencies().percentile(50)),
                results.median(subject, setting, it -> it.outcome().latencies().percentile(99)),
                results.median(subject, setting, Turn::framesPerDelivery),
                results.median(subject, setting, Turn::cpuMicrosPerDelivery),
                results.median(
                        results.of(first(), setting),
                        turns,
                        (ours, it) -> ours.cpuMicrosPerDelivery() / it.cpuMicrosPerDelivery()),
                results.median(subject, setting, Turn::cpuMicrosPerMessage),
                crossing(turns, results.of(subject, setting.local())),
                crossing(turns, results.of(subject, setting.alone())),
                turns.stream().allMatch(it -> it.outcome().complete()) ? "yes" : "no");
    }

    private String crossing(List<Turn> turns, List<Turn> others) {
        if (others.isEmpty() || turns.get(0).setting().crossingsPerMessage() == 0) {
            return "";
        }
        return String.format(Locale.ROOT, "%,.0f", results.median(turns, others, Turn::cpuMicrosPerCrossing));
    }

    private static String row(Idling it) {
        return String.format(Locale.ROOT, "| %s | %d | %.1f |\n", it.subject(), it.nodes(), it.cpuMillisPerSecond());
    }

    private String first() {
        return results.plan().subjects().get(0).label();
    }

    private static long lost(Turn it) {
        return it.outcome().expected() - it.outcome().arrived();
    }
}
