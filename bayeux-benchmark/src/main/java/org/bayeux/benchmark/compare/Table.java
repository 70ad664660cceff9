package org.bayeux.benchmark.compare;

import java.util.Locale;
import org.bayeux.benchmark.load.Purpose;

/** Results as a table in Markdown. */
final class Table {

    private final Results results;

    Table(Results results) {
        this.results = results;
    }

    /** One turn in one line. */
    static String line(Measurement it) {
        return String.format(
                Locale.ROOT,
                "%s, round %d: %,.0f/s of %,.0f/s, p50/p99 %,d/%,d µs, %.2f µs of the server for each message%s",
                it.subject(),
                it.round() + 1,
                it.outcome().deliveryRate(),
                it.rate(),
                it.outcome().latencies().percentile(50),
                it.outcome().latencies().percentile(99),
                it.cpuMicrosPerMessage(),
                it.outcome().complete() ? "" : ", INCOMPLETE");
    }

    String text() {
        StringBuilder text = new StringBuilder();
        Plan plan = results.plan();
        if (plan.workload().purpose() == Purpose.IDLE) {
            text.append("| subject | sessions | heap per session | of the engine's classes | threads |\n")
                    .append("|---|---|---|---|---|\n");
            plan.subjects().forEach(subject -> text.append(idle(subject)));
            return text.toString();
        }
        text.append("| subject | planned/s | delivered/s | p50 µs | p99 µs | p99.9 µs | server CPU µs/message | ")
                .append(plan.subjects().get(0))
                .append(" / it | each exactly once |\n|---|---|---|---|---|---|---|---|---|\n");
        for (double rate : plan.rates()) {
            plan.subjects().forEach(subject -> text.append(row(subject, rate)));
        }
        return text.toString();
    }

    private String row(String subject, double rate) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f | %.2f | %.2f | %s |\n",
                subject,
                results.median(subject, rate, Measurement::rate),
                results.median(subject, rate, it -> it.outcome().deliveryRate()),
                percentile(subject, rate, 50),
                percentile(subject, rate, 99),
                percentile(subject, rate, 99.9),
                results.median(subject, rate, Measurement::cpuMicrosPerMessage),
                results.medianRatio(results.plan().subjects().get(0), subject, rate, Measurement::cpuMicrosPerMessage),
                results.of(subject, rate).stream().allMatch(it -> it.outcome().complete()) ? "yes" : "no");
    }

    private String idle(String subject) {
        double rate = results.plan().rates().get(0);
        double sessions = results.plan().workload().clients();
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %,.0f | %.0f |\n",
                subject,
                sessions,
                results.median(subject, rate, it -> it.heap() / sessions),
                results.median(subject, rate, it -> it.engineHeap() / sessions),
                results.median(subject, rate, Measurement::threads));
    }

    private double percentile(String subject, double rate, double percent) {
        return results.median(subject, rate, it -> it.outcome().latencies().percentile(percent));
    }
}
