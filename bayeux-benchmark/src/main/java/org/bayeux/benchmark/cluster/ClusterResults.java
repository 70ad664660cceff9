package org.bayeux.benchmark.cluster;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bayeux.benchmark.figures.Json;
import org.bayeux.benchmark.figures.Median;

/**
 * All turns of clusters, and what they say together: medians over the rounds. Immutable.
 *
 * @param plan what was to be done
 * @param turns in the order in which they were made
 * @param idling what each cluster took without clients
 */
public record ClusterResults(ClusterPlan plan, List<Turn> turns, List<Idling> idling) {

    /** As they are now. */
    public ClusterResults {
        turns = List.copyOf(turns);
        idling = List.copyOf(idling);
    }

    /** Whether in all turns everybody got each message once. */
    public boolean complete() {
        return turns.stream().allMatch(turn -> turn.outcome().complete());
    }

    /** Tables for people, in Markdown. */
    public String table() {
        return new ClusterTable(this).text();
    }

    /** Every single turn, and what clusters take without clients. */
    public String json() {
        return "{\"turns\":"
                + turns.stream().map(ClusterResults::json).collect(Collectors.joining(",\n", "[\n", "\n],\n"))
                + "\"idle\":"
                + idling.stream().map(ClusterResults::json).collect(Collectors.joining(",\n", "[\n", "\n]}\n"));
    }

    /** The median over the rounds. */
    double median(String subject, Setting setting, ToDoubleFunction<Turn> figure) {
        return Median.of(of(subject, setting).stream().mapToDouble(figure));
    }

    /** The median of what a turn and the other one of its round are to each other; 0 if there is no other. */
    double median(List<Turn> some, List<Turn> others, ToDoubleBiFunction<Turn, Turn> figure) {
        DoubleStream figures = IntStream.range(0, Math.min(some.size(), others.size()))
                .mapToDouble(round -> figure.applyAsDouble(some.get(round), others.get(round)));
        return Median.of(figures);
    }

    /** The turns of a subject, by rounds. */
    List<Turn> of(String subject, Setting setting) {
        return turns.stream()
                .filter(turn -> turn.subject().equals(subject) && turn.setting().equals(setting))
                .toList();
    }

    private static String json(Turn turn) {
        return "{\"subject\":\"" + turn.subject() + "\",\"nodes\":"
                + turn.setting().nodes()
                + ",\"widePercent\":" + turn.setting().widePercent()
                + ",\"rate\":" + Json.decimal(turn.setting().rate())
                + ",\"round\":" + turn.round()
                + ",\"serverCpuMicrosPerDelivery\":" + Json.decimal(turn.cpuMicrosPerDelivery())
                + ",\"serverCpuMicrosPerMessage\":" + Json.decimal(turn.cpuMicrosPerMessage())
                + ",\"crossingsPerMessage\":"
                + Json.decimal(turn.setting().crossingsPerMessage())
                + ",\"outcome\":" + Json.of(turn.outcome()) + "}";
    }

    private static String json(Idling idling) {
        return "{\"subject\":\"" + idling.subject() + "\",\"nodes\":" + idling.nodes()
                + ",\"cpuMillisPerSecondAndNode\":" + Json.decimal(idling.cpuMillisPerSecond()) + "}";
    }
}
