package org.bayeux.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bayeux.benchmark.cluster.ClusterComparison;
import org.bayeux.benchmark.cluster.ClusterPlan;
import org.bayeux.benchmark.cluster.ClusterResults;
import org.bayeux.benchmark.compare.Comparison;
import org.bayeux.benchmark.compare.Plan;
import org.bayeux.benchmark.compare.Results;
import org.bayeux.benchmark.load.Purpose;
import org.bayeux.benchmark.load.Transport;
import org.bayeux.benchmark.load.Workload;
import org.bayeux.benchmark.server.Installation;
import org.bayeux.benchmark.server.ServerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything once, with a load that shows nothing but that it works. */
class SmokeIT {

    @TempDir
    private Path directory;

    @Test
    void everyMessageArrivesOnceAtOursAndAtThePeer() throws IOException {
        Workload workload = new Workload(
                Transport.WEBSOCKET,
                Purpose.FAN_OUT,
                "/smoke",
                5,
                2,
                false,
                20,
                1,
                5,
                Duration.ofMillis(10),
                50,
                false);
        Plan plan = new Plan(
                List.of("payara-micro", "cometd"),
                1,
                List.of(400.0),
                false,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                workload);
        Results results = Comparison.run(plan, installation(), System.out::println, line -> {});

        assertThat(results.complete()).as(results.json()).isTrue();
        assertThat(results.table()).contains("| payara-micro | 400 |", "| cometd | 400 |");
    }

    @Test
    void everyMessageArrivesOnceInAClusterOfThePeer() throws IOException {
        Workload workload = new Workload(
                Transport.WEBSOCKET,
                Purpose.FAN_OUT,
                "/smoke/wide",
                10,
                2,
                false,
                20,
                1,
                1,
                Duration.ofMillis(10),
                50,
                false);
        ClusterPlan plan = new ClusterPlan(
                List.of(ServerKind.COMETD_OORT),
                List.of(2),
                List.of(50),
                List.of(400.0),
                1,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                workload);

        ClusterResults results = ClusterComparison.run(plan, installation(), System.out::println, line -> {});

        assertThat(results.complete()).as(results.json()).isTrue();
        assertThat(results.table()).contains("| cometd-oort | 2 | 50 % | 400 |");
    }

    private Installation installation() throws IOException {
        return new Installation(
                Path.of(System.getProperty("bench.servers")),
                Path.of("../bayeux-benchmark-oort/target"),
                Files.createDirectories(directory.resolve("work")),
                "512m");
    }
}
