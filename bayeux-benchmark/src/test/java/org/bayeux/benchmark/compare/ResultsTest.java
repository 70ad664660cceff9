package org.bayeux.benchmark.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.benchmark.figures.Latencies;
import org.bayeux.benchmark.figures.Outcome;
import org.bayeux.benchmark.load.Workload;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private static final double RATE = 1000;

    @Test
    void aRatioIsTheMedianOfTheRatiosOfTheRounds() {
        // In the second round the machine was slower for both, in the third one for one of them.
        Results results = results(List.of(10, 30, 80), List.of(20, 60, 40));

        assertThat(results.median("ours", RATE, Measurement::cpuMicrosPerMessage))
                .isEqualTo(30);
        assertThat(results.medianRatio("ours", "theirs", RATE, Measurement::cpuMicrosPerMessage))
                .isEqualTo(0.5);
    }

    @Test
    void theTableHasARowForEachSubject() {
        assertThat(results(List.of(10), List.of(20)).table().lines())
                .contains(
                        "| ours | 1,000 | 1,000 | 5,003 | 5,003 | 5,003 | 10.00 | 1.00 | yes |",
                        "| theirs | 1,000 | 1,000 | 5,003 | 5,003 | 5,003 | 20.00 | 0.50 | yes |");
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        String page = results(List.of(10), List.of(20)).page();

        assertThat(page).contains("<svg", "Server CPU").doesNotContain("<script", "http://", "https://");
    }

    @Test
    void aPlanNamesEachSubjectOnce() {
        assertThatThrownBy(() -> plan(1, List.of("cometd", "cometd")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void subjectsAreServersOrWhatIsBareThere() {
        assertThatThrownBy(() -> Subject.kind("tomcat")).hasMessageStartingWith("server is 'tomcat', legal is one of");
        assertThatThrownBy(() -> Subject.kind("cometd-bare")).hasMessage("the peer has no bare server");
    }

    private static Results results(List<Integer> ours, List<Integer> theirs) {
        List<Measurement> measurements = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            measurements.add(measurement("ours", round, ours.get(round)));
            measurements.add(measurement("theirs", round, theirs.get(round)));
        }
        return new Results(plan(ours.size(), List.of("ours", "theirs")), measurements);
    }

    private static Plan plan(int rounds, List<String> subjects) {
        return new Plan(subjects, rounds, List.of(RATE), false, Duration.ofSeconds(1), Duration.ZERO, Workload.usual());
    }

    /** A thousand messages in a second. */
    private static Measurement measurement(String subject, int round, int cpuMicrosPerMessage) {
        Latencies latencies = Latencies.none();
        latencies.addNanos(5_000_000);
        Outcome outcome = new Outcome(
                10,
                1,
                1,
                Duration.ofSeconds(1),
                1000,
                1000,
                0,
                0,
                1000,
                1,
                Duration.ofSeconds(1),
                latencies,
                Latencies.none(),
                Duration.ZERO);
        return new Measurement(subject, RATE, round, outcome, Duration.ofMillis(cpuMicrosPerMessage), 0, 0, 1);
    }
}
