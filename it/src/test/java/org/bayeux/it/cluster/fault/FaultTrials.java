package org.bayeux.it.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bayeux.it.network.Namespaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real servers, real clients, and one fault after another, with random victims and timing.
 *
 * <p>The system properties {@code faults.nodes} (3), {@code faults.times} (20), {@code faults.seed} (random, printed) and
 * {@code faults.only} (all; names of {@link Fault} with commas) and {@code faults.pause} (50 ms from one publish of a client
 * to the next) say what is tried.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 6, unit = TimeUnit.HOURS)
class FaultTrials {

    private static final int NODES = Integer.getInteger("faults.nodes", 3);
    private static final int TIMES = Integer.getInteger("faults.times", 20);
    private static final String ONLY = System.getProperty("faults.only", "");
    private static final Path WORK = Path.of("target", "it", "faults");
    private static final Duration MEETING = Duration.ofSeconds(60);

    private final long seed = Long.getLong("faults.seed", new Random().nextInt(1_000_000));
    private final Random random = new Random(seed);
    private final Tally tally = new Tally();
    private FaultCluster cluster;
    private Chores chores;
    private int letters;

    static Stream<Fault> faults() {
        List<String> names = List.of(ONLY.split(","));
        return Arrays.stream(Fault.values()).filter(it -> ONLY.isEmpty() || names.contains(it.name()));
    }

    @BeforeAll
    void begin() {
        Namespaces.obstacle().ifPresent(Assumptions::abort);
        FaultLog.tell("faults.seed=" + seed + " faults.nodes=" + NODES + " faults.times=" + TIMES);
        gather();
    }

    @AfterAll
    void end() {
        if (cluster != null) {
            scatter();
            FaultLog.tell(tally.table(NODES));
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theClusterHoldsWhatItPromises(Fault fault) {
        for (int done = 0; done < TIMES; ) {
            try (Stillness stillness = new Stillness()) {
                Trial trial = new Trial(cluster, chores, fault, random, "letter" + ++letters);
                trial.run();
                boolean disturbed = !trial.failures().isEmpty() && stillness.wasDisturbed();
                FaultLog.tell("%s %d/%d of %s: equal after %d ms %s%s"
                        .formatted(
                                fault,
                                done + 1,
                                TIMES,
                                trial.victim(),
                                trial.equal().toMillis(),
                                trial.failures(),
                                disturbed ? ", not counted: this machine stood still" : ""));
                if (!disturbed) {
                    tally.add(fault, trial);
                    done++;
                }
            }
            if (FaultCluster.difference(cluster.nodes()).isPresent()) {
                scatter();
                gather();
            }
        }

        assertThat(tally.failures(fault)).isEmpty();
    }

    private void gather() {
        cluster = new FaultCluster(WORK, NODES);
        IntStream.rangeClosed(1, NODES).forEach(cluster::start);
        cluster.nodes().forEach(FaultNode::invite);
        await().atMost(MEETING).untilAsserted(() -> assertThat(FaultCluster.difference(cluster.nodes()))
                .isEmpty());
        chores = new Chores(cluster.nodes());
    }

    private void scatter() {
        if (chores != null) {
            chores.close();
        }
        cluster.close();
    }
}
