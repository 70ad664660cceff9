package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What all clients together may leave unfetched. */
@Tag("option:maxTotalQueueBytes")
class TotalQueueTest {

    private static final String LARGE = "x".repeat(100_000);
    private static final long MOST = 4_000_000;

    private final InMemoryServer server = InMemoryServer.start("maxTotalQueueBytes", Long.toString(MOST));

    @Test
    void manyStuckClientsNeverKeepMoreThanTheLimit() {
        List<InMemoryClient> stuck = away(40);

        long kept = 0;
        for (int i = 0; i < 30; i++) {
            for (InMemoryClient client : stuck) {
                if (client.isKnown()) {
                    client.session().deliver(null, "/own", LARGE);
                }
                kept = Math.max(kept, keptBy(stuck));
            }
        }

        assertThat(kept).isBetween(MOST / 2, MOST);
    }

    @Test
    void oneStuckClientDoesNotTakeWhatOthersNeed() {
        InMemoryClient stuck = away(1).get(0);

        for (int i = 0; i < 5 && stuck.isKnown(); i++) {
            stuck.session().deliver(null, "/own", LARGE);
        }

        assertThat(stuck.isKnown()).isFalse();
    }

    @Test
    void clientsThatFetchDoNotNoticeThoseThatAreStuck() {
        InMemoryClient lively = server.polling().joins().subscribes("/news");
        away(40).forEach(client -> client.session().deliver(null, "/own", LARGE));

        for (int i = 0; i < 50; i++) {
            server.channel("/news").publish(null, "x".repeat(10_000));
            assertThat(lively.isKnown()).isTrue();
            lively.receivesSome("{'channel':'/news'}")
                    .receivesSome("{'channel':'/meta/connect'}")
                    .connects();
        }
    }

    @Test
    void whatEverybodyWaitsForCountsOnce() {
        List<InMemoryClient> stuck = away(100);
        stuck.forEach(client -> server.channel("/news").subscribe(client.session()));

        for (int i = 0; i < 4; i++) {
            server.channel("/news").publish(null, LARGE);
        }

        assertThat(stuck).allMatch(InMemoryClient::isKnown);
        assertThat(keptBy(stuck)).isEqualTo(100 * 4 * 100_000L);
    }

    @Test
    void whatIsFetchedMakesRoomAgain() {
        InMemoryClient client = away(1).get(0);

        for (int i = 0; i < 50; i++) {
            client.session().deliver(null, "/own", LARGE);
            client.session().deliver(null, "/own", LARGE);
            client.connects()
                    .receivesSome("{'channel':'/own'}")
                    .receivesSome("{'channel':'/own'}")
                    .receivesSome("{'channel':'/meta/connect'}");
        }

        assertThat(client.isKnown()).isTrue();
    }

    @Test
    void singleMessageMayTakeAllThatIsFree() {
        InMemoryClient client = away(1).get(0);

        client.session().deliver(null, "/own", "x".repeat(3_000_000));

        client.connects().receivesSome("{'channel':'/own'}");
    }

    @Test
    void singleMessageForWhichNothingIsFreeIsTooMuch() {
        InMemoryClient client = away(1).get(0);

        client.session().deliver(null, "/own", "x".repeat(5_000_000));

        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void limitCanBeSwitchedOff() {
        InMemoryServer without = InMemoryServer.start("maxTotalQueueBytes", "-1", "maxQueueBytes", "-1");
        InMemoryClient client = away(without);

        for (int i = 0; i < 100; i++) {
            client.session().deliver(null, "/own", LARGE);
        }

        assertThat(client.session().getQueueSize()).isEqualTo(100);
    }

    private List<InMemoryClient> away(int count) {
        return Stream.generate(() -> away(server)).limit(count).toList();
    }

    private static InMemoryClient away(InMemoryServer server) {
        InMemoryClient client = server.polling().shakesHands().connects();
        client.takes();
        return client;
    }

    private static long keptBy(List<InMemoryClient> clients) {
        return clients.stream()
                .filter(InMemoryClient::isKnown)
                .mapToLong(client -> client.session().getQueueSize() * 100_000L)
                .sum();
    }
}
