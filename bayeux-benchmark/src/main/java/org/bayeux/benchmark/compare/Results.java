package org.bayeux.benchmark.compare;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.bayeux.benchmark.figures.Json;
import org.bayeux.benchmark.figures.Median;

/**
 * All turns of a comparison, and what they say together: medians over the rounds. Immutable.
 *
 * @param plan what was to be done
 * @param measurements in the order in which they were made
 */
public record Results(Plan plan, List<Measurement> measurements) {

    /** As they are now. */
    public Results {
        measurements = List.copyOf(measurements);
    }

    /** Whether in all turns everybody got each message once. */
    public boolean complete() {
        return measurements.stream()
                .allMatch(measurement -> measurement.outcome().complete());
    }

    /** A table for people, in Markdown. */
    public String table() {
        return new Table(this).text();
    }

    /** Every single turn. */
    public String json() {
        return measurements.stream()
                .map(it -> "{\"subject\":\"" + it.subject() + "\",\"rate\":" + Json.decimal(it.rate()) + ",\"round\":"
                        + it.round() + ",\"serverCpuMicrosPerMessage\":" + Json.decimal(it.cpuMicrosPerMessage())
                        + ",\"heapBytes\":" + it.heap() + ",\"engineHeapBytes\":" + it.engineHeap() + ",\"threads\":"
                        + it.threads() + ",\"outcome\":" + Json.of(it.outcome()) + "}")
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /** A page with plots, which needs nothing from elsewhere. */
    public String page() {
        return new Page(this).text();
    }

    /** The median over the rounds; of one rate, or of all if the highest was searched. */
    double median(String subject, double rate, ToDoubleFunction<Measurement> figure) {
        return Median.of(of(subject, rate).stream().mapToDouble(figure));
    }

    /** The median of what {@code subject} has in a round as a share of what {@code other} has in the same. */
    double medianRatio(String subject, String other, double rate, ToDoubleFunction<Measurement> figure) {
        List<Measurement> above = of(subject, rate);
        List<Measurement> below = of(other, rate);
        DoubleStream.Builder ratios = DoubleStream.builder();
        for (int i = 0; i < above.size(); i++) {
            ratios.add(figure.applyAsDouble(above.get(i)) / figure.applyAsDouble(below.get(i)));
        }
        return Median.of(ratios.build());
    }

    /** The turns of a subject at a rate, by rounds. */
    List<Measurement> of(String subject, double rate) {
        return measurements.stream()
                .filter(it -> it.subject().equals(subject) && (plan.highest() || it.rate() == rate))
                .toList();
    }
}
