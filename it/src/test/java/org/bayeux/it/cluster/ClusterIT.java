package org.bayeux.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.ServerKind;
import org.bayeux.it.server.TestServer;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers in processes of their own, with released clients on each. */
class ClusterIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String NAME = "cluster";
    private static final Path WORK = Path.of("target", "it", "cluster");

    private final String cloud = "it-" + UUID.randomUUID();
    private TestServer one;
    private TestServer two;

    @BeforeEach
    void startBoth(@TempDir Path directory) {
        Path war = war(directory);
        one = ServerKind.chosen().start(WORK.resolve("one"));
        one.deploy(NAME, war);
        two = ServerKind.chosen().start(WORK.resolve("two"));
        two.deploy(NAME, war);
    }

    @AfterEach
    void stopBoth() {
        for (TestServer server : Arrays.asList(one, two)) {
            if (server != null) {
                server.close();
            }
        }
    }

    @Test
    void clientsOfBothServersHearEachOtherAndOneServerThatGoesIsNoticed() {
        try (CometdClient alice = client(Connector.WEBSOCKET, one);
                CometdClient bob = client(Connector.LONG_POLLING, two)) {
            Object urlOfOne = alice.call("nodes/own", null).getData();
            Object urlOfTwo = bob.call("nodes/own", null).getData();
            // Open Liberty lets them meet only once the application has started.
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(strings(bob, "nodes/known")).containsExactly(urlOfOne));
            await().atMost(SOON).untilAsserted(() -> assertThat(strings(alice, "nodes/known"))
                    .containsExactly(urlOfTwo));

            assertThat(strings(alice, "nodes/shown")).containsExactly(urlOfTwo);
            assertThat(strings(bob, "nodes/shown")).containsExactly(urlOfOne);
            assertThatMessagesArriveInOrder(alice, bob, "/chat/1", "/chat/*");
            assertThatMessagesArriveInOrder(bob, alice, "/chat/2", "/chat/2");
            assertThatOthersDoNot(alice, bob);
            assertThatGuestsAreShared(alice, bob);
            MovedClients moved = new MovedClients(url(one), url(two));
            moved.areToldAtOnceToShakeHands();
            moved.goOn(Connector.WEBSOCKET, alice);
            moved.goOn(Connector.LONG_POLLING, alice);

            two.close();

            await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(strings(alice, "nodes/known"))
                    .isEmpty());
            await().atMost(SOON).untilAsserted(() -> assertThat(strings(alice, "guests/all"))
                    .containsExactly("ada"));
            assertThat(strings(alice, "nodes/events")).containsExactly("joined " + urlOfTwo, "left " + urlOfTwo);
        }
    }

    private static void assertThatMessagesArriveInOrder(
            CometdClient publisher, CometdClient subscriber, String channel, String pattern) {
        Inbox inbox = subscriber.subscribe(pattern);
        List<String> published =
                IntStream.rangeClosed(1, 300).mapToObj(i -> "m" + i).toList();

        for (int first = 0; first < published.size(); first += 25) {
            publisher.publishAll(channel, published.subList(first, first + 25));
        }

        assertThat(inbox.until("m300")).isEqualTo(published);
    }

    private static void assertThatOthersDoNot(CometdClient publisher, CometdClient subscriber) {
        Inbox news = subscriber.subscribe("/news");
        Inbox chat = subscriber.subscribe("/chat/3");

        publisher.publish("/news", "nobody observes it");
        publisher.publish("/chat/3", "end");

        assertThat(chat.until("end")).containsExactly("end");
        assertThat(news.received()).isEmpty();
    }

    private static void assertThatGuestsAreShared(CometdClient one, CometdClient two) {
        one.call("guests/add", "ada");
        two.call("guests/add", "bob");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(strings(one, "guests/all")).containsExactly("ada", "bob"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(strings(two, "guests/all")).containsExactly("ada", "bob"));
    }

    private static List<Object> strings(CometdClient client, String target) {
        Object data = client.call(target, null).getData();
        return data instanceof Object[] array ? List.of(array) : List.copyOf((List<?>) data);
    }

    private static CometdClient client(Connector connector, TestServer server) {
        return CometdClient.connected(connector, url(server));
    }

    private static URI url(TestServer server) {
        return URI.create(server.url() + "/" + NAME + "/cometd");
    }

    private Path war(Path directory) {
        Path plain = Archive.war(directory, NAME, List.of("org.bayeux.it.cluster.app"));
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, plain.toFile());
        war.addAsLibrary(Archive.jar("bayeux-cluster-hazelcast"));
        Archive.libraries("/com/hazelcast/hazelcast/").forEach(war::addAsLibrary);
        war.addAsResource(new StringAsset("""
                bayeux.oort.channels=/chat/**
                bayeux.oort.cloud=%s
                """.formatted(cloud)), "META-INF/microprofile-config.properties");
        war.addAsWebInfResource(new StringAsset("""
                <glassfish-web-app>
                  <class-loader delegate="false"/>
                </glassfish-web-app>
                """), "glassfish-web.xml");
        Path file = directory.resolve("with-hazelcast").resolve(NAME + ".war");
        assertThat(file.getParent().toFile().mkdirs()).isTrue();
        war.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }
}
