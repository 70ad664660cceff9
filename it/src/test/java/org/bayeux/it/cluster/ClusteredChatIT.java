package org.bayeux.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.server.ServerKind;
import org.bayeux.it.server.TestServer;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clustered chat example on two servers, with a released client on each. */
@Tag("example")
class ClusteredChatIT {

    private static final String NAME = "chat-cluster";
    private static final String OPTIONS = "META-INF/microprofile-config.properties";
    private static final Path WORK = Path.of("target", "it", NAME);

    private TestServer one;
    private TestServer two;

    @BeforeEach
    void startBoth(@TempDir Path directory) {
        Path war = inAClusterOfItsOwn(directory);
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
    void guestsOfBothServersAreInOneChat() {
        try (ChatGuest ada = new ChatGuest(Connector.WEBSOCKET, url(one));
                ChatGuest bob = new ChatGuest(Connector.LONG_POLLING, url(two));
                ChatGuest cleo = new ChatGuest(Connector.WEBSOCKET, url(two))) {
            assertThat(ada.enters("Ada")).isTrue();
            ada.joins("lobby");
            // What a node tells reaches the others a moment later.
            await().until(() -> !cleo.enters("aDA"));
            assertThat(bob.enters("Bob")).isTrue();
            bob.joins("lobby");
            ada.awaitsMembers("Ada", "Bob");
            bob.awaitsMembers("Bob", "Ada");

            assertThatBothHearEachLineOnce(ada, bob);
            assertThatWhoJoinsSeesWhatWasSaidOnBothServers(cleo, bob);
            assertThatPrivateLinesArrive(ada, bob);
            assertThatWhoGoesIsGoneForTheOthers(ada, bob);
        }
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

    private void assertThatWhoGoesIsGoneForTheOthers(ChatGuest ada, ChatGuest bob) {
        ada.awaitsMembers("Ada", "Bob", "Cleo");
        bob.leaves();
        ada.awaitsMembers("Ada", "Cleo");

        two.close();

        ada.awaitsMembers("Ada");
    }

    private static URI url(TestServer server) {
        return URI.create(server.url() + "/" + NAME + "/cometd");
    }

    /** The example as it was built, but that it meets nobody else on this machine. */
    private static Path inAClusterOfItsOwn(Path directory) {
        WebArchive war = ShrinkWrap.createFromZipFile(
                WebArchive.class,
                Path.of(System.getProperty("it.chat-cluster.war")).toFile());
        war.delete("WEB-INF/classes/" + OPTIONS);
        war.addAsResource(new StringAsset("""
                bayeux.oort.channels=/chat/*
                bayeux.oort.cloud=it-%s
                """.formatted(UUID.randomUUID())), OPTIONS);
        Path file = directory.resolve(NAME + ".war");
        war.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }
}
