package org.bayeux.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.script.Browsers;
import org.bayeux.it.script.NodeTests;
import org.bayeux.it.server.ServerKind;
import org.bayeux.it.server.TestServer;
import org.cometd.bayeux.Message;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clustered examples on two servers, with released clients on each. */
@Tag("example")
class ClusteredExamplesIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String CHAT = "chat-cluster";
    private static final String AUCTION = "auction";
    private static final String OPTIONS = "META-INF/microprofile-config.properties";
    private static final Path WORK = Path.of("target", "it", "cluster-examples");

    private static TestServer one;
    private static TestServer two;

    @BeforeAll
    static void startBoth() {
        one = ServerKind.chosen().start(WORK.resolve("one"));
        two = ServerKind.chosen().start(WORK.resolve("two"));
    }

    @AfterAll
    static void stopBoth() {
        for (TestServer server : Arrays.asList(one, two)) {
            if (server != null) {
                server.close();
            }
        }
    }

    @Test
    void guestsOfBothServersAreInOneChat(@TempDir Path directory) {
        deployOnBoth(CHAT, inAClusterOfItsOwn(CHAT, "bayeux.oort.channels=/chat/*", directory));
        try (ChatGuest ada = new ChatGuest(Connector.WEBSOCKET, url(one, CHAT));
                ChatGuest bob = new ChatGuest(Connector.LONG_POLLING, url(two, CHAT));
                ChatGuest cleo = new ChatGuest(Connector.WEBSOCKET, url(two, CHAT))) {
            assertThat(ada.enters("Ada")).isTrue();
            ada.joins("lobby");
            // Nodes hear of members behind names: once the other one counts Ada, it knows that hers is taken.
            await().atMost(SOON).until(() -> cleo.countsMembers("lobby") == 1);
            assertThat(cleo.enters("aDA")).isFalse();
            assertThat(bob.enters("Bob")).isTrue();
            bob.joins("lobby");
            ada.awaitsMembers("Ada", "Bob");
            bob.awaitsMembers("Bob", "Ada");

            assertThatBothHearEachLineOnce(ada, bob);
            assertThatWhoJoinsSeesWhatWasSaidOnBothServers(cleo, bob);
            assertThatPrivateLinesArrive(ada, bob);
            assertThatWhoGoesIsGoneForTheOthers(ada, bob);
        } finally {
            one.undeploy(CHAT);
        }
    }

    @Test
    void bidsOfBothServersAreOfOneAuctionAndOutliveTheirServer(@TempDir Path directory) {
        deployOnBoth(AUCTION, inAClusterOfItsOwn(AUCTION, "", directory));
        try (CometdClient ada = CometdClient.connected(Connector.WEBSOCKET, url(one, AUCTION));
                CometdClient bob = CometdClient.connected(Connector.LONG_POLLING, url(two, AUCTION))) {
            Inbox heardByAda = ada.subscribe("/auction/*");
            Inbox heardByBob = bob.subscribe("/auction/*");

            Object first = bid(ada, "globe", "Ada", 90).getData();
            assertThat(heardByBob.next().getData()).isEqualTo(Map.of("item", "globe", "bid", first));
            assertThat(heardByAda.next().getData()).isEqualTo(Map.of("item", "globe", "bid", first));
            assertThat(bid(bob, "globe", "Bob", 90).getData()).isEqualTo("Bid 91 to 1000000.");
            Object second = bid(bob, "globe", "Bob", 100).getData();
            assertThat(heardByAda.next().getData()).isEqualTo(Map.of("item", "globe", "bid", second));
            assertThat(number(second)).isGreaterThan(number(first));

            two.undeploy(AUCTION);

            assertThat(bid(ada, "globe", "Ada", 100).getData()).isEqualTo("Bid 101 to 1000000.");
            // The numbers go on once the nodes have agreed who is the master now.
            await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(
                            number(bid(ada, "clock", "Ada", 120).getData()))
                    .isGreaterThan(number(second)));
        } finally {
            one.undeploy(AUCTION);
        }
    }

    /** The page in two windows of a real Chromium; the steps are {@code src/test/js/auction.browser.mjs}. */
    @Test
    void browsersOnBothServersBidAgainstEachOther(@TempDir Path directory) throws Exception {
        deployOnBoth(AUCTION, inAClusterOfItsOwn(AUCTION, "", directory));
        try {
            NodeTests.run(
                    "auction.browser.mjs",
                    Browsers.with(Map.of(
                            "AUCTION_ONE_URL", one.url() + "/auction/", "AUCTION_TWO_URL", two.url() + "/auction/")),
                    240);
        } finally {
            one.undeploy(AUCTION);
            two.undeploy(AUCTION);
        }
    }

    private static Message bid(CometdClient client, String item, String bidder, int amount) {
        return client.call("bid/" + item, Map.of("bidder", bidder, "amount", amount));
    }

    private static long number(Object bid) {
        return ((Number) ((Map<?, ?>) bid).get("number")).longValue();
    }

    private static void deployOnBoth(String name, Path war) {
        one.deploy(name, war);
        two.deploy(name, war);
    }

    private static void assertThatBothHearEachLineOnce(ChatGuest ada, ChatGuest bob) {
        ada.says("lobby", "hello");
        bob.awaitsLine("Ada", "hello");
        bob.says("lobby", "hi");
        ada.awaitsLine("Bob", "hi");
        // Neither waits for the other: they may take the same place, but not the same id.
        for (int i = 0; i < 15; i++) {
            ada.saysSoon("lobby", "a" + i);
            bob.saysSoon("lobby", "b" + i);
        }
        ada.says("lobby", "end of ada");
        bob.says("lobby", "end of bob");
        ada.awaitsLine("Bob", "end of bob");
        ada.awaitsLine("Ada", "end of ada");
        bob.awaitsLine("Ada", "end of ada");
        bob.awaitsLine("Bob", "end of bob");
        // Requests of a client that polls may overtake each other, so the end need not be the last line.
        await().untilAsserted(() -> {
            assertThat(ada.lines()).hasSizeGreaterThanOrEqualTo(34);
            assertThat(bob.lines()).hasSizeGreaterThanOrEqualTo(34);
        });

        assertThat(ada.lines()).hasSize(34).doesNotHaveDuplicates();
        assertThat(ada.lines()).containsExactlyElementsOf(bob.lines());
        assertThat(ada.lines().stream().map(ChatGuest.Line::id)).doesNotHaveDuplicates();
        assertThat(ada.lines().stream().map(ChatGuest.Line::text).limit(2)).containsExactly("hello", "hi");
    }

    private static void assertThatWhoJoinsSeesWhatWasSaidOnBothServers(ChatGuest cleo, ChatGuest bob) {
        assertThat(cleo.enters("Cleo")).isTrue();

        List<ChatGuest.Line> seen = cleo.joins("lobby");

        assertThat(seen).containsExactlyElementsOf(bob.lines());
    }

    private static void assertThatPrivateLinesArrive(ChatGuest ada, ChatGuest bob) {
        assertThat(bob.whispers("ada", "psst")).isTrue();

        assertThat(ada.nextPrivateLine()).isEqualTo("Bob to Ada: psst");
        assertThat(bob.nextPrivateLine()).isEqualTo("Bob to Ada: psst");
        assertThat(bob.whispers("Eve", "psst")).isFalse();
    }

    private static void assertThatWhoGoesIsGoneForTheOthers(ChatGuest ada, ChatGuest bob) {
        ada.awaitsMembers("Ada", "Bob", "Cleo");
        bob.leaves();
        ada.awaitsMembers("Ada", "Cleo");

        two.undeploy(CHAT);

        ada.awaitsMembers("Ada");
    }

    private static URI url(TestServer server, String name) {
        return URI.create(server.url() + "/" + name + "/cometd");
    }

    /** The example as it was built, but that it meets nobody else on this machine. */
    private static Path inAClusterOfItsOwn(String name, String options, Path directory) {
        Path built = Path.of(System.getProperty("it." + name + ".war"));
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, built.toFile());
        war.delete("WEB-INF/classes/" + OPTIONS);
        war.addAsResource(new StringAsset(options + "\nbayeux.oort.cloud=it-" + UUID.randomUUID() + "\n"), OPTIONS);
        Path file = directory.resolve(name + ".war");
        war.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }
}
