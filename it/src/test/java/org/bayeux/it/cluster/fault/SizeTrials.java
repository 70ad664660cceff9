package org.bayeux.it.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.load.Crowd;
import org.bayeux.it.network.Namespaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clusters of several sizes, whose servers come and go in any order, and one with a thousand clients. */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class SizeTrials {

    private static final Path WORK = Path.of("target", "it", "sizes");
    private static final Duration MEETING = Duration.ofSeconds(15);
    private static final Duration ARRIVAL = Duration.ofMinutes(2);
    private static final String CHANNEL = "/room/crowd";
    private static final int CLIENTS = 1_000;
    private static final int EACH_SAYS = 100;

    private final long seed = Long.getLong("faults.seed", new Random().nextInt(1_000_000));
    private final Random random = new Random(seed);
    private FaultCluster cluster;

    @BeforeAll
    static void needNamespaces() {
        Namespaces.obstacle().ifPresent(Assumptions::abort);
    }

    @AfterEach
    void end() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void serversComeAndGoInAnyOrder(int size) {
        FaultLog.tell("faults.seed=" + seed + " size=" + size);
        cluster = new FaultCluster(WORK, size);
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(1, size).boxed().toList());
        Collections.shuffle(order, random);
        for (int number : order) {
            cluster.start(number).invite();
            awaitEqual();
        }
        assertThatAllHearEachOther();
        while (cluster.nodes().size() > 1) {
            FaultNode goes = any();
            cluster.stop(goes);
            awaitEqual();
            assertThatAllHearEachOther();
        }
        int back = IntStream.rangeClosed(1, size)
                .filter(it -> it != cluster.nodes().get(0).number())
                .findFirst()
                .orElseThrow();
        cluster.start(back).invite();
        awaitEqual();
        assertThatAllHearEachOther();
    }

    @Test
    void aThousandClientsHearAllServersAndOfADeathNothing() {
        cluster = new FaultCluster(WORK, 3);
        IntStream.rangeClosed(1, 3).forEach(cluster::start);
        awaitEqual();
        List<Crowd> crowds = new ArrayList<>();
        for (FaultNode node : cluster.nodes()) {
            crowds.add(Crowd.webSocket(node.bayeux(), CHANNEL, CLIENTS / 3 + 1));
        }
        try {
            for (Crowd crowd : crowds) {
                await().atMost(ARRIVAL)
                        .untilAsserted(() -> assertThat(crowd.settled()).isEqualTo(CLIENTS / 3 + 1));
            }
            cluster.nodes().forEach(it -> say(it, 1));
            crowds.forEach(it -> awaitAll(it, 3 * EACH_SAYS));
            FaultNode dead = any();
            Crowd lost = crowds.remove(cluster.nodes().indexOf(dead));
            dead.kill();
            cluster.without(dead).forEach(it -> say(it, 1 + EACH_SAYS));
            crowds.forEach(it -> awaitAll(it, 5 * EACH_SAYS));

            crowds.forEach(crowd -> assertThat(crowd.losses()).isEmpty());
            crowds.forEach(crowd -> crowd.inboxes().forEach(SizeTrials::assertThatItIsInOrder));
            lost.close();
        } finally {
            crowds.forEach(Crowd::close);
        }
    }

    private FaultNode any() {
        return cluster.nodes().get(random.nextInt(cluster.nodes().size()));
    }

    private void awaitEqual() {
        await().atMost(MEETING).untilAsserted(() -> assertThat(FaultCluster.difference(cluster.nodes()))
                .isEmpty());
    }

    /** What each visitor says from now on reaches each, and nothing twice or in another order. */
    private void assertThatAllHearEachOther() {
        List<Visitor> visitors =
                cluster.nodes().stream().flatMap(it -> it.visitors().stream()).toList();
        for (Visitor speaker : visitors) {
            long before = speaker.answered(0);
            await().untilAsserted(() -> assertThat(speaker.answered(0)).isGreaterThan(before));
            long said = speaker.answered(0);
            for (Visitor hearer : visitors) {
                String channel = speaker.channels().get(0);
                await(speaker.name() + " to " + hearer.name())
                        .untilAsserted(() -> assertThat(hearer.journal().last(speaker.name(), channel))
                                .isGreaterThanOrEqualTo(said));
            }
        }
        for (Visitor hearer : visitors) {
            assertThat(hearer.journal().takeViolations()).isEmpty();
            assertThat(hearer.journal().takeGaps()).isEmpty();
        }
    }

    private static void say(FaultNode node, int first) {
        try (CometdClient client = CometdClient.connected(Connector.WEBSOCKET, node.bayeux())) {
            for (int i = first; i < first + EACH_SAYS; i += 20) {
                client.publishAll(
                        CHANNEL,
                        IntStream.range(i, i + 20)
                                .mapToObj(n -> "n" + node.number() + " " + n)
                                .toList());
            }
        }
    }

    private static void awaitAll(Crowd crowd, int each) {
        await().atMost(ARRIVAL).untilAsserted(() -> assertThat(crowd.received()).isEqualTo((CLIENTS / 3 + 1) * each));
    }

    private static void assertThatItIsInOrder(List<String> inbox) {
        Journal journal = new Journal("crowd");
        inbox.forEach(data -> journal.note(CHANNEL, data));

        assertThat(journal.takeViolations()).isEmpty();
        assertThat(journal.takeGaps()).isEmpty();
    }
}
