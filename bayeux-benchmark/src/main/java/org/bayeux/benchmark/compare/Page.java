package org.bayeux.benchmark.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Results as a page of HTML with plots drawn in SVG; no script, nothing from elsewhere. */
final class Page {

    private static final int WIDTH = 640;
    private static final int BAR = 22;
    private static final int LABEL = 200;
    private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9, 100.0);

    private final Results results;

    Page(Results results) {
        this.results = results;
    }

    String text() {
        StringBuilder text = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Bayeux benchmark</title>
                <style>body{font:15px sans-serif;max-width:60em;margin:2em auto}pre{overflow-x:auto}
                rect{fill:#36c}text{font:13px sans-serif}</style></head><body><h1>Bayeux benchmark</h1>
                """);
        text.append("<p>").append(escaped(results.plan().workload().toString())).append("</p>\n<pre>");
        text.append(escaped(results.table())).append("</pre>\n");
        for (double rate : results.plan().rates()) {
            text.append(plots(rate));
        }
        return text.append("</body></html>\n").toString();
    }

    private String plots(double rate) {
        StringBuilder text = new StringBuilder();
        String at = String.format(Locale.ROOT, " at %,.0f deliveries per second", rate);
        text.append(plot("Delivered per second" + at, rate, it -> it.outcome().deliveryRate()));
        text.append(plot("Server CPU, µs for each message" + at, rate, Measurement::cpuMicrosPerMessage));
        for (double percent : PERCENTILES) {
            text.append(plot("Latency, " + percent + "th percentile in µs" + at, rate, it -> it.outcome()
                    .latencies()
                    .percentile(percent)));
        }
        return text.toString();
    }

    /** A bar for the median of each subject. */
    private String plot(String title, double rate, ToDoubleFunction<Measurement> figure) {
        List<String> subjects = results.plan().subjects();
        double most = subjects.stream()
                .mapToDouble(subject -> results.median(subject, rate, figure))
                .max()
                .orElse(0);
        StringBuilder svg = new StringBuilder(String.format(
                "<h2>%s</h2>%n<svg width=\"%d\" height=\"%d\" role=\"img\">%n",
                escaped(title), LABEL + WIDTH + 100, subjects.size() * BAR));
        for (int i = 0; i < subjects.size(); i++) {
            double value = results.median(subjects.get(i), rate, figure);
            double length = most == 0 ? 0 : WIDTH * value / most;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"0\" y=\"%d\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>"
                            + "<text x=\"%.1f\" y=\"%d\">%,.2f</text>%n",
                    i * BAR + BAR - 7,
                    escaped(subjects.get(i)),
                    LABEL,
                    i * BAR + 2,
                    length,
                    BAR - 4,
                    LABEL + length + 6,
                    i * BAR + BAR - 7,
                    value));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
