package org.bayeux.benchmark.figures;

import java.time.Duration;
import java.util.Locale;

/** The outcome of a run in the manual's layout (11.2.2). */
public final class Summary {

    private static final double MEBIBITS = 1024 * 1024 / 8.0;

    private Summary() {}

    /** Several lines, each with its end. */
    public static String of(Outcome run) {
        return outgoing(run)
                + (run.arrived() == run.expected() ? "All messages arrived " : "Messages are missing or too many ")
                + run.arrived()
                + "/"
                + run.expected()
                + "\nMessages - Success/Expected = "
                + run.arrived()
                + "/"
                + run.expected()
                + faults(run)
                + "\n"
                + incoming(run)
                + AsciiGraph.of(run.latencies())
                + client(run);
    }

    private static String outgoing(Outcome run) {
        return line(
                "Outgoing: Elapsed = %d ms | Rate = %.0f messages/s - %.0f requests/s - ~%.3f Mib/s\n",
                run.sending().toMillis(),
                Outcome.perSecond(run.sentMessages(), run.sending()),
                Outcome.perSecond(run.sentBatches(), run.sending()),
                mebibits(run.sentBytes(), run.sending()));
    }

    private static String incoming(Outcome run) {
        return line(
                "Incoming - Elapsed = %d ms | Rate = %.0f messages/s - %.0f responses/s(%.2f%%) - ~%.3f Mib/s\n",
                run.receiving().toMillis(),
                run.deliveryRate(),
                Outcome.perSecond(run.texts(), run.receiving()),
                run.arrived() == 0 ? 0 : 100.0 * run.texts() / run.arrived(),
                mebibits(run.receivedBytes(), run.receiving()));
    }

    private static String faults(Outcome run) {
        return run.complete()
                ? ", each exactly once"
                : line(" | clients that got other messages: %d, refused: %d", run.wronged(), run.refused());
    }

    private static String client(Outcome run) {
        double share = run.receiving().isZero()
                ? 0
                : 100.0 * run.clientCpu().toNanos() / run.receiving().toNanos();
        return line(
                "Load client: %.0f%% of one processor | sent late by 50th%%/99th%%/max = %,d/%,d/%,d µs\n",
                share,
                run.lateness().percentile(50),
                run.lateness().percentile(99),
                run.lateness().max());
    }

    private static double mebibits(long bytes, Duration time) {
        return Outcome.perSecond(bytes, time) / MEBIBITS;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
