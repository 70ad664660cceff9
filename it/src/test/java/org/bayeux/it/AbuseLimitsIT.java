package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.raw.RawSocketSession;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that takes more than its share reads why it is refused, on both transports, and goes on. */
@OnServer
class AbuseLimitsIT {

    private static final String NAME = "limited";
    private static final String HANDSHAKE =
            "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\",\"supportedConnectionTypes\":[\"long-polling\"]}]";

    private final TestServer server;
    private final TestApplication app;

    AbuseLimitsIT(TestServer server) {
        this.server = server;
        this.app = new TestApplication(server, NAME);
    }

    @BeforeEach
    void deploy(@TempDir Path directory) {
        String options = """
                bayeux.maxMessagesPerBatch=3
                bayeux.maxSubscriptionsPerSession=2
                bayeux.maxSessionsPerAddress=4
                bayeux.maxMessageRate=4
                bayeux.maxInterval=120000
                """;
        Map<String, String> resources = Map.of("META-INF/microprofile-config.properties", options);
        server.deploy(NAME, Archive.war(directory, NAME, List.of("org.bayeux.it.app"), resources));
    }

    @AfterEach
    void undeploy() {
        server.undeploy(NAME);
    }

    @Test
    @Over(Transport.LONG_POLLING)
    void oneAddressHasSoManySessions() {
        List<RawSession> sessions = IntStream.range(0, 4)
                .mapToObj(i -> RawSession.handshake(app.bayeux()))
                .toList();

        JsonObject refused = RawSession.messages(RawHttp.post(app.bayeux(), "application/json", HANDSHAKE))
                .get(0);

        assertThat(refused.getString("error")).isEqualTo("403::too_many_sessions_per_address");
        assertThat(refused.getJsonObject("advice").getString("reconnect")).isEqualTo("handshake");
        assertThat(refused.getJsonObject("advice").getInt("interval")).isPositive();
        sessions.get(0).post("[{\"channel\":\"/meta/disconnect\",\"clientId\":\"%ID%\"}]");
        RawSession.handshake(app.bayeux());
    }

    @Test
    @Over(Transport.LONG_POLLING)
    void messagesBeyondTheBatchAndThoseThatNestTooDeepAreRefusedByThemselves() {
        RawSession session = RawSession.handshake(app.bayeux());
        String deep = "[".repeat(20_000) + "]".repeat(20_000);

        List<JsonObject> replies = RawSession.messages(session.post(
                "[" + message(0, "1") + "," + message(1, deep) + "," + message(2, "1") + "," + message(3, "1") + "]"));

        assertThat(errors(replies)).containsExactly("", "413::nested_too_deep", "", "413::too_many_messages");
        assertThat(replies.get(1).getString("id")).isEqualTo("1");
        session.poll();
    }

    @Test
    @Over(Transport.WEBSOCKET)
    void oneSessionHasSoManySubscriptions() {
        try (RawSocketSession session = RawSocketSession.handshake(app.bayeuxWebSocket())) {
            session.subscribe("/a");
            session.subscribe("/b");

            session.socket()
                    .send(session.withId(
                            "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"%ID%\",\"subscription\":\"/c\"}]"));

            assertThat(session.next().getString("error")).isEqualTo("403::too_many_subscriptions");
            session.reconnect();
        }
    }

    @Test
    @Over(Transport.WEBSOCKET)
    void whoSendsTooFastIsRefusedButKeepsItsSession() {
        try (RawSocketSession session = RawSocketSession.handshake(app.bayeuxWebSocket())) {
            IntStream.range(0, 100).forEach(i -> session.socket().send(session.withId("[" + message(i, "1") + "]")));

            Map<String, Long> outcomes = IntStream.range(0, 100)
                    .mapToObj(i -> session.next().getString("error", "accepted"))
                    .collect(Collectors.groupingBy(error -> error, Collectors.counting()));

            assertThat(outcomes).containsOnlyKeys("accepted", "429::too_many_messages");
            assertThat(outcomes.get("accepted")).isGreaterThanOrEqualTo(19);
            session.reconnect();
        }
    }

    private static String message(int id, String data) {
        return "{\"channel\":\"/limited\",\"clientId\":\"%ID%\",\"id\":\"" + id + "\",\"data\":" + data + "}";
    }

    private static List<String> errors(List<JsonObject> replies) {
        return replies.stream().map(reply -> reply.getString("error", "")).toList();
    }
}
