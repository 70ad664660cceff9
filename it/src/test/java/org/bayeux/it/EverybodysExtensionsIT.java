package org.bayeux.it;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.raw.RawSocketSession;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.cometd.client.BayeuxClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Extensions that need no counterpart in the client, on an application of their own since every client feels them. */
@OnServer
class EverybodysExtensionsIT {

    private static final String NAME = "stamped";
    private static final String CHANNEL = "/stamped";
    private static final String PUBLISH = "[{\"channel\":\"" + CHANNEL + "\",\"clientId\":\"%ID%\",\"data\":\"x\"}]";

    /** Clients connect that often, which is when it is noticed that they do nothing else. */
    private static final Map<String, String> SHORT_TIMES =
            Map.of("META-INF/microprofile-config.properties", "bayeux.timeout=500\n");

    private final TestServer server;
    private final TestApplication app;

    EverybodysExtensionsIT(TestServer server) {
        this.server = server;
        this.app = new TestApplication(server, NAME);
    }

    @BeforeEach
    void deploy(@TempDir Path directory) {
        server.deploy(NAME, Archive.war(directory, NAME, List.of("org.bayeux.it.stamped"), SHORT_TIMES));
    }

    @AfterEach
    void undeploy() {
        server.undeploy(NAME);
    }

    @ParameterizedTest
    @EnumSource
    void clientThatOnlyConnectsIsSentAwayAndABusyOneStays(Connector connector) {
        try (CometdClient idle = CometdClient.connected(connector, app.bayeux());
                CometdClient busy = CometdClient.connected(connector, app.bayeux())) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(busy.publish(CHANNEL, "x").isSuccessful()).isTrue();
                assertThat(idle.unwrap().isDisconnected()).isTrue();
            });

            assertThat(busy.unwrap().isConnected()).isTrue();
            assertThat(busy.reaches(BayeuxClient.State.CONNECTED)).isTrue();
        }
    }

    @Test
    @Over(Transport.LONG_POLLING)
    void everyMessageOverHttpIsStamped() {
        Instant before = Instant.now().truncatedTo(MILLIS);
        RawSession session = RawSession.handshake(app.bayeux());
        session.subscribe(CHANNEL);

        List<JsonObject> messages = RawSession.messages(session.post(PUBLISH));

        assertThat(messages).hasSize(2).allSatisfy(message -> assertThat(timestamp(message))
                .isBetween(before, Instant.now()));
    }

    @Test
    @Over(Transport.WEBSOCKET)
    void everyMessageOverWebSocketIsStamped() {
        Instant before = Instant.now().truncatedTo(MILLIS);
        try (RawSocketSession session = RawSocketSession.handshake(app.bayeuxWebSocket())) {
            session.subscribe(CHANNEL);
            session.socket().send(session.withId(PUBLISH));

            assertThat(List.of(session.next(), session.next()))
                    .allSatisfy(message -> assertThat(timestamp(message)).isBetween(before, Instant.now()));
        }
    }

    /** In the form of the Bayeux specification. */
    private static Instant timestamp(JsonObject message) {
        return LocalDateTime.parse(message.getString("timestamp")).toInstant(ZoneOffset.UTC);
    }
}
