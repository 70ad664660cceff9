package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.network.Cable;
import org.bayeux.it.raw.HttpGet;
import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.raw.RawSocketSession;
import org.bayeux.it.raw.RawWebSocket;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.cometd.client.BayeuxClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The id of a session is of use to its client only, which does not lose it with its connection. */
@OnServer
@Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
class StolenIdIT {

    private static final String NAME = "bound";
    private static final String VICTIM = "User-Agent: Mozilla/5.0 (victim)";
    private static final String THIEF = "User-Agent: Mozilla/5.0 (thief)";
    private static final String SAME_ORIGIN = "Sec-Fetch-Site: same-origin";
    private static final String PUBLICATION = "[{\"channel\":\"/stolen\",\"clientId\":\"%ID%\",\"data\":1}]";

    @TempDir
    Path directory;

    private final TestServer server;
    private final TestApplication app;

    StolenIdIT(TestServer server) {
        this.server = server;
        this.app = new TestApplication(server, NAME);
    }

    @AfterEach
    void undeploy() {
        server.undeploy(NAME);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherBrowserCannotUseTheId(boolean cookies) {
        deploy(cookies);

        try (RawSocketSession victim = RawSocketSession.handshake(app.bayeuxWebSocket(), VICTIM);
                RawWebSocket thief = RawWebSocket.open(app.bayeuxWebSocket(), THIEF)) {
            String stolen = victim.withId(PUBLICATION);
            thief.send(stolen);

            assertThat(refused(thief.text())).isTrue();
            assertThat(refused(RawHttp.post(app.bayeux(), "application/json", stolen)
                            .body()))
                    .isTrue();
            assertThat(refused(
                            script(HttpGet.send("GET", HttpGet.query(app.bayeux(), "f", stolen), THIEF, SAME_ORIGIN))))
                    .isTrue();
            victim.socket().send(stolen);
            assertThat(victim.next().getBoolean("successful")).isTrue();
        }
    }

    @Test
    @Over(Transport.WEBSOCKET)
    void browserThatOnlyUsesSocketsIsBoundByTheCookieOfTheUpgrade() {
        deploy(true);

        try (RawSocketSession victim = RawSocketSession.handshake(app.bayeuxWebSocket(), VICTIM)) {
            String header = victim.socket().upgraded().header("Set-Cookie").orElseThrow();
            String cookie = "Cookie: " + header.split(";")[0];
            String stolen = victim.withId(PUBLICATION);
            assertThat(header).matches("BAYEUX_BROWSER=[a-z0-9]+; Path=/; HttpOnly; SameSite=Lax");

            try (RawWebSocket next = RawWebSocket.open(app.bayeuxWebSocket(), VICTIM, cookie);
                    RawWebSocket thief = RawWebSocket.open(app.bayeuxWebSocket(), VICTIM)) {
                next.send(stolen);
                assertThat(refused(next.text())).isFalse();

                // Only now has the client shown that it keeps the cookie.
                thief.send(stolen);
                assertThat(refused(thief.text())).isTrue();
                assertThat(next.upgraded().head()).doesNotContain("BAYEUX_BROWSER");
            }
        }
    }

    @Test
    void withoutCookiesNoneIsSet() {
        deploy(false);

        try (RawWebSocket socket = RawWebSocket.open(app.bayeuxWebSocket())) {
            assertThat(socket.upgraded().head()).doesNotContain("BAYEUX_BROWSER");
        }
        assertThat(RawSession.handshake(app.bayeux()).cookie()).isEqualTo("Cookie: none=none");
    }

    @ParameterizedTest
    @MethodSource("ofConnectorsAndCookies")
    void clientKeepsItsSessionWhenTheConnectionIsLost(Connector connector, boolean cookies) {
        deploy(cookies);
        String channel = Channels.fresh();
        try (Cable cable = Cable.to(app.bayeux());
                CometdClient client = CometdClient.connected(connector, cable.url())) {
            Inbox inbox = client.subscribe(channel);
            String id = client.id();

            cable.cut();
            boolean lost = client.reaches(BayeuxClient.State.UNCONNECTED);
            cable.mend();
            boolean back = client.reaches(BayeuxClient.State.CONNECTED);
            app.control().publish(channel, "hello again");

            assertThat(lost && back).isTrue();
            assertThat(inbox.next().getData()).isEqualTo("hello again");
            assertThat(client.id()).isEqualTo(id);
        }
    }

    static Stream<Arguments> ofConnectorsAndCookies() {
        return Stream.of(Connector.values())
                .flatMap(connector -> Stream.of(Arguments.of(connector, true), Arguments.of(connector, false)));
    }

    private void deploy(boolean cookies) {
        Map<String, String> config =
                Map.of("META-INF/microprofile-config.properties", "bayeux.browserCookie=" + cookies + "\n");
        server.deploy(NAME, Archive.war(directory, NAME, List.of("org.bayeux.it.app"), config));
    }

    /** The messages in what callback-polling answers. */
    private static String script(HttpReply reply) {
        assertThat(reply.status()).isEqualTo(200);
        String script = reply.body();
        return script.substring(script.indexOf('['), script.lastIndexOf(']') + 1);
    }

    private static boolean refused(String messages) {
        JsonObject reply =
                Json.createReader(new StringReader(messages)).readArray().getJsonObject(0);
        return !reply.getBoolean("successful") && reply.getString("error").startsWith("402");
    }
}
