package org.bayeux.benchmark.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void theSummaryHasTheLayoutOfTheManual() {
        assertThat(Summary.of(outcome(10)))
                .isEqualTo("""
                Outgoing: Elapsed = 2000 ms | Rate = 5 messages/s - 1 requests/s - ~0.004 Mib/s
                All messages arrived 10/10
                Messages - Success/Expected = 10/10, each exactly once
                Incoming - Elapsed = 2500 ms | Rate = 4 messages/s - 2 responses/s(40.00%) - ~0.006 Mib/s
                """
                        + AsciiGraph.of(latencies())
                        + "Load client: 4% of one processor | sent late by 50th%/99th%/max = 700/700/700 µs\n");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(outcome(9).complete()).isFalse();
        assertThat(Summary.of(outcome(9))).contains("Messages - Success/Expected = 9/10 | clients that got other");
    }

    @Test
    void anOutcomeSurvivesTheWayToAnotherProcess() {
        Outcome outcome = outcome(10);

        Outcome read = Outcome.decoded(outcome.encoded());

        assertThat(Summary.of(read)).isEqualTo(Summary.of(outcome));
    }

    @Test
    void outcomesOfSeveralProcessesAddUp() {
        Outcome sum = outcome(10).plus(outcome(10));

        assertThat(sum.arrived()).isEqualTo(20);
        assertThat(sum.latencies().count()).isEqualTo(20);
        assertThat(sum.receiving()).isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void theGraphIsABellOnItsSide() {
        assertThat(AsciiGraph.of(latencies()).lines().toList())
                .startsWith(
                        "       @              _  501 µs (2, 20.00%)",
                        "   @                  _  1,002 µs (1, 10.00%)", "@                     _  1,503 µs (0, 0.00%)")
                .contains("                   @  _  5,010 µs (6, 60.00%) ^50% ^85%")
                .endsWith("Messages - Latency: 10 samples | min/avg/50th%/99th%/99.9th%/max ="
                        + " 100/4,082/5,003/10,007/10,007/10,007 µs");
    }

    @Test
    void jsonNamesEachFigure() {
        assertThat(Json.of(outcome(10)))
                .startsWith("{\"sentMessages\":10,\"sentBatches\":2,")
                .contains("\"deliveredPerSecond\":4.000", "\"count\":10,\"min\":100,", "\"99.9\":")
                .endsWith("}}}");
    }

    private static Outcome outcome(long arrived) {
        Latencies lateness = Latencies.none();
        lateness.addNanos(700_000);
        return new Outcome(
                10,
                2,
                1000,
                Duration.ofSeconds(2),
                10,
                arrived,
                10 - arrived,
                0,
                4,
                2000,
                Duration.ofMillis(2500),
                latencies(),
                lateness,
                Duration.ofMillis(100));
    }

    private static Latencies latencies() {
        Latencies latencies = Latencies.none();
        for (long micros : new long[] {100, 200, 700, 5000, 5000, 5000, 5000, 5000, 5000 - 200, 10_000}) {
            latencies.addNanos(micros * 1000);
        }
        return latencies;
    }
}
