package org.bayeux.benchmark.figures;

import java.util.List;
import java.util.Locale;

/** Draws latencies as the manual does (11.2.2): a bell turned by a quarter, with percentiles beside it. */
public final class AsciiGraph {

    private static final int LINES = 20;
    private static final int HEIGHT = 20;
    private static final double[] MARKS = {50, 85, 95, 99, 99.9};

    private AsciiGraph() {}

    /** The lines of the graph and one of figures, each with its end. */
    public static String of(Latencies latencies) {
        StringBuilder text = new StringBuilder();
        List<Latencies.Bar> bars = latencies.bars(LINES);
        long most = bars.stream().mapToLong(Latencies.Bar::count).max().orElse(0);
        long below = 0;
        for (Latencies.Bar bar : bars) {
            line(text, bar, below, most, latencies.count());
            below += bar.count();
        }
        return text.append(figures(latencies)).toString();
    }

    private static void line(StringBuilder text, Latencies.Bar bar, long below, long most, long all) {
        int height = most == 0 ? 0 : (int) Math.min(HEIGHT - 1, Math.round((double) HEIGHT * bar.count() / most));
        text.append(" ".repeat(height)).append('@').append(" ".repeat(HEIGHT + 1 - height));
        text.append(String.format(
                Locale.ROOT,
                "_  %,d µs (%d, %.2f%%)",
                bar.end(),
                bar.count(),
                all == 0 ? 0 : 100.0 * bar.count() / all));
        for (double mark : MARKS) {
            double rank = mark / 100 * all;
            if (below < rank && rank <= below + bar.count()) {
                text.append(" ^")
                        .append(mark == Math.rint(mark) ? Long.toString((long) mark) : mark)
                        .append('%');
            }
        }
        text.append('\n');
    }

    private static String figures(Latencies latencies) {
        return String.format(
                Locale.ROOT,
                "Messages - Latency: %d samples | min/avg/50th%%/99th%%/99.9th%%/max = %,d/%,d/%,d/%,d/%,d/%,d µs\n",
                latencies.count(),
                latencies.min(),
                latencies.mean(),
                latencies.percentile(50),
                latencies.percentile(99),
                latencies.percentile(99.9),
                latencies.max());
    }
}
