package org.bayeux.benchmark.figures;

import java.util.Locale;

/** Writes outcomes as JSON, times in microseconds. */
public final class Json {

    private static final double[] PERCENTILES = {50, 75, 90, 95, 99, 99.9, 99.99, 100};

    private Json() {}

    /** One object. */
    public static String of(Outcome run) {
        return "{"
                + number("sentMessages", run.sentMessages())
                + number("sentBatches", run.sentBatches())
                + number("sentBytes", run.sentBytes())
                + number("sendingMicros", run.sending().toNanos() / 1000)
                + number("expected", run.expected())
                + number("arrived", run.arrived())
                + number("wrongedClients", run.wronged())
                + number("refused", run.refused())
                + number("texts", run.texts())
                + number("receivedBytes", run.receivedBytes())
                + number("receivingMicros", run.receiving().toNanos() / 1000)
                + number("clientCpuMicros", run.clientCpu().toNanos() / 1000)
                + "\"deliveredPerSecond\":" + decimal(run.deliveryRate())
                + ",\"latencyMicros\":" + of(run.latencies())
                + ",\"sentLateMicros\":" + of(run.lateness())
                + "}";
    }

    /** A number as JSON writes it, whatever the language of the machine. */
    public static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String of(Latencies latencies) {
        StringBuilder text = new StringBuilder("{");
        text.append(number("count", latencies.count())).append(number("min", latencies.min()));
        text.append(number("mean", latencies.mean())).append("\"percentiles\":{");
        for (double percentile : PERCENTILES) {
            text.append('"')
                    .append(percentile)
                    .append("\":")
                    .append(latencies.percentile(percentile))
                    .append(',');
        }
        text.setCharAt(text.length() - 1, '}');
        return text.append('}').toString();
    }

    private static String number(String name, long value) {
        return "\"" + name + "\":" + value + ",";
    }
}
