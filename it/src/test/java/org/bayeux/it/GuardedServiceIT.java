package org.bayeux.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.raw.RawSocketSession;
import org.bayeux.it.secured.Login;
import org.bayeux.it.secured.Roles;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles and constraints keep messages from the methods of a service, and the sender learns why. */
@OnServer
class GuardedServiceIT {

    private static final String NAME = "guarded";
    private static final String ILLEGAL = "{\"item\":\" \",\"count\":11}";
    private static final String LEGAL = "{\"item\":\"tea\",\"count\":2}";

    private final TestServer server;
    private final TestApplication app;

    GuardedServiceIT(TestServer server) {
        this.server = server;
        this.app = new TestApplication(server, NAME);
    }

    @BeforeEach
    void deploy(@TempDir Path directory) {
        server.deploy(NAME, Archive.war(directory, NAME, List.of("org.bayeux.it.guard"), Login.class, Roles.class));
    }

    @AfterEach
    void undeploy() {
        server.undeploy(NAME);
    }

    @Test
    @Over(Transport.WEBSOCKET)
    void socketsAreGuardedByRolesAndConstraints() {
        try (RawSocketSession chief = RawSocketSession.handshake(app.bayeuxWebSocket(), as("bob", "chief"));
                RawSocketSession member = RawSocketSession.handshake(app.bayeuxWebSocket(), as("ann", "member"))) {
            assertThat(reply(chief, "/orders", LEGAL).getBoolean("successful")).isTrue();
            assertThat(reply(chief, "/chief/orders", LEGAL).getBoolean("successful"))
                    .isTrue();
            assertThat(reply(member, "/orders", LEGAL).getBoolean("successful")).isTrue();
            assertThat(reply(member, "/chief/orders", LEGAL).getString("error")).isEqualTo("403::access_denied");
            assertThat(reply(member, "/orders", ILLEGAL).getString("error")).isEqualTo("400:count,item:data_invalid");
            assertThat(reply(member, "/orders", "1").getString("error")).isEqualTo("400::data_unfit");
        }
    }

    @Test
    @Over(Transport.LONG_POLLING)
    void requestsAreGuardedByRolesAndConstraints() {
        RawSession session = RawSession.handshake(app.bayeux());

        assertThat(post(session, "/chief/orders", LEGAL, as("bob", "chief")).getBoolean("successful"))
                .isTrue();
        assertThat(post(session, "/chief/orders", LEGAL, as("ann", "member")).getString("error"))
                .isEqualTo("403::access_denied");
        JsonObject refused = post(session, "/orders", ILLEGAL, as("ann", "member"));
        assertThat(refused.getString("error")).isEqualTo("400:count,item:data_invalid");
        assertThat(refused.getJsonObject("ext").getJsonArray("violations"))
                .map(it -> it.asJsonObject().getString("field"))
                .containsExactly("count", "item");
    }

    @Test
    @Over(Transport.LONG_POLLING)
    void remoteCallIsAnsweredOrFailsWithTheFields() {
        RawSession session = RawSession.handshake(app.bayeux());

        assertThat(answer(session, LEGAL).getInt("data")).isEqualTo(4);
        JsonObject failure = answer(session, ILLEGAL);
        assertThat(failure.getBoolean("successful")).isFalse();
        assertThat(failure.getJsonObject("data").getString("error")).isEqualTo("400:count,item:data_invalid");
    }

    private static JsonObject reply(RawSocketSession socket, String channel, String data) {
        socket.socket().send(socket.withId(message(channel, data)));
        JsonObject next = socket.next();
        while (!next.containsKey("successful") || !next.getString("channel").equals(channel)) {
            next = socket.next();
        }
        return next;
    }

    private JsonObject post(RawSession session, String channel, String data, String... headers) {
        byte[] body = session.withId(message(channel, data)).getBytes(UTF_8);
        return RawSession.messages(
                        RawHttp.post(app.bayeux(), "application/json", body, with(headers, session.cookie())))
                .stream()
                .filter(it -> it.containsKey("successful"))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject answer(RawSession session, String data) {
        byte[] body = session.withId(message("/service/price", data)).getBytes(UTF_8);
        return RawSession.messages(RawHttp.post(app.bayeux(), "application/json", body, session.cookie())).stream()
                .filter(it -> it.containsKey("data"))
                .findFirst()
                .orElseThrow();
    }

    private static String[] with(String[] headers, String more) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = more;
        return all;
    }

    private static String message(String channel, String data) {
        return "[{\"channel\":\"" + channel + "\",\"clientId\":\"" + RawSession.ID + "\",\"data\":" + data + "}]";
    }

    private static String as(String name, String role) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((name + ":" + role).getBytes(UTF_8));
    }
}
