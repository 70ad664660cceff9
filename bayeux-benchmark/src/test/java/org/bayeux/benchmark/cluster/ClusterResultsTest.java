package org.bayeux.benchmark.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.benchmark.figures.Latencies;
import org.bayeux.benchmark.figures.Outcome;
import org.bayeux.benchmark.load.Workload;
import org.bayeux.benchmark.server.ServerKind;
import org.junit.jupiter.api.Test;

class ClusterResultsTest {

    private static final double RATE = 1000;
    private static final Setting ALONE = new Setting(1, 0, RATE);
    private static final Setting LOCAL = new Setting(4, 0, RATE);
    private static final Setting WIDE = new Setting(4, 100, RATE);

    @Test
    void aCrossingCostsWhatAMessageTakesMoreThanWhereNoneCrosses() {
        // 10 messages: 1 ms each alone, 1.2 where nothing crosses, 1.8 where each crosses to three other nodes.
        assertThat(results().table().lines())
                .contains(
                        "| wildfly | 1 | 0 % | 1,000 | 1,000 | 0 | 5,003 | 5,003 | 0.50 | 10.00 | 1.00 | 1,000 |  |  | yes |",
                        "| wildfly | 4 | 0 % | 1,000 | 1,000 | 0 | 5,003 | 5,003 | 0.50 | 12.00 | 1.00 | 1,200 |  |  | yes |",
                        "| wildfly | 4 | 100 % | 1,000 | 1,000 | 0 | 5,003 | 5,003 | 0.50 | 18.00 | 1.00 | 1,800 | 200 | 267 "
                                + "| yes |");
    }

    @Test
    void aCrossingIsSetAgainstTheSameRound() {
        // In the second round the machine was twice as slow, and in the third the wide one alone.
        List<Turn> turns = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            turns.add(turn(LOCAL, round, round == 1 ? 20 : 10));
            turns.add(turn(WIDE, round, round == 0 ? 16 : 32));
        }
        ClusterResults results = new ClusterResults(plan(), turns, List.of());

        double crossing =
                results.median(results.of("wildfly", WIDE), results.of("wildfly", LOCAL), Turn::cpuMicrosPerCrossing);

        // 200, 400 and 733 µs.
        assertThat(crossing).isEqualTo(400);
    }

    @Test
    void aSingleNodeIsMeasuredOnce() {
        assertThat(plan().settings(1)).containsExactly(ALONE);
        assertThat(plan().settings(4)).containsExactly(LOCAL, WIDE);
    }

    @Test
    void whatIsTakenWithoutClientsHasATableOfItsOwn() {
        assertThat(results().table().lines()).contains("| wildfly | 4 | 12.5 |");
        assertThat(results().json()).contains("\"cpuMillisPerSecondAndNode\":12.500");
    }

    @Test
    void thePeerWithoutOortIsNoCluster() {
        assertThatThrownBy(() -> new ClusterPlan(
                        List.of(ServerKind.COMETD),
                        List.of(2),
                        List.of(0),
                        List.of(RATE),
                        1,
                        Duration.ofSeconds(1),
                        Duration.ZERO,
                        Workload.usual()))
                .hasMessage("there is no cluster of cometd");
    }

    private static ClusterResults results() {
        return new ClusterResults(
                plan(),
                List.of(turn(ALONE, 0, 10), turn(LOCAL, 0, 12), turn(WIDE, 0, 18)),
                List.of(new Idling("wildfly", 4, 12.5)));
    }

    private static ClusterPlan plan() {
        return new ClusterPlan(
                List.of(ServerKind.WILDFLY),
                List.of(1, 4),
                List.of(0, 100),
                List.of(RATE),
                1,
                Duration.ofSeconds(1),
                Duration.ZERO,
                Workload.usual());
    }

    /** Ten messages in a second, to a hundred each. */
    private static Turn turn(Setting setting, int round, int cpuMillis) {
        Latencies latencies = Latencies.none();
        latencies.addNanos(5_000_000);
        Outcome outcome = new Outcome(
                10,
                10,
                1,
                Duration.ofSeconds(1),
                1000,
                1000,
                0,
                0,
                500,
                1,
                Duration.ofSeconds(1),
                latencies,
                Latencies.none(),
                Duration.ZERO);
        return new Turn("wildfly", setting, round, outcome, Duration.ofMillis(cpuMillis));
    }
}
