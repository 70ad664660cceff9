package org.bayeux.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.HttpPost;
import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.raw.RawSocketSession;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.Capability;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.ServerKind;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services see who the client is, as the container knows it: never another client, however long a socket lasts. */
@OnServer
class IdentityIT {

    private static final String NAME = "secured";
    private static final String WHO = "[{\"channel\":\"/service/who\",\"clientId\":\"%ID%\",\"data\":{}}]";
    private static final String CONTEXT = "[{\"channel\":\"/service/context\",\"clientId\":\"%ID%\",\"data\":{}}]";

    /** Sockets that only ask stay for as long as the tests last. */
    private static final Map<String, String> WITHOUT_CONNECTS =
            Map.of("META-INF/microprofile-config.properties", "bayeux.maxInterval=120000\n");

    private final TestServer server;
    private final TestApplication app;

    IdentityIT(TestServer server) {
        this.server = server;
        this.app = new TestApplication(server, NAME);
    }

    @BeforeEach
    void deploy(@TempDir Path directory) {
        server.deploy(NAME, Archive.war(directory, NAME, List.of("org.bayeux.it.secured"), WITHOUT_CONNECTS));
    }

    @AfterEach
    void undeploy() {
        server.undeploy(NAME);
    }

    @Test
    @Over(Transport.LONG_POLLING)
    void eachRequestHasItsUser() {
        RawSession session = RawSession.handshake(app.bayeux());

        try (RawHttp http = RawHttp.open(app.bayeux())) {
            for (int i = 0; i < 20; i++) {
                assertThat(askByHttp(http, session, as("ann", "member"))).isEqualTo("ann:member");
                assertThat(askByHttp(http, session, as("bob", "chief"))).isEqualTo("bob:chief");
                assertThat(askByHttp(http, session)).isEqualTo("nobody");
            }
        }
    }

    @Test
    @Over(Transport.WEBSOCKET)
    void socketKeepsItsUserWhoeverElseComes() {
        String ann = ServerKind.chosen().has(Capability.KEEPS_ROLES_OF_SOCKETS) ? "ann:member" : "ann";
        List<RawSocketSession> members = new ArrayList<>();
        List<RawSocketSession> nobodies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            members.add(RawSocketSession.handshake(app.bayeuxWebSocket(), as("ann", "member")));
            nobodies.add(RawSocketSession.handshake(app.bayeuxWebSocket()));
        }
        try {
            assertThat(members).allSatisfy(socket -> assertThat(ask(socket)).isEqualTo(ann));

            for (int round = 0; round < 2; round++) {
                othersComeAndGo();
                assertThat(members).allSatisfy(socket -> assertThat(ask(socket)).isEqualTo(ann));
                assertThat(nobodies)
                        .allSatisfy(socket -> assertThat(ask(socket)).isEqualTo("nobody"));
            }
        } finally {
            members.forEach(RawSocketSession::close);
            nobodies.forEach(RawSocketSession::close);
        }
    }

    @Test
    @Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
    void bothTransportsTellTheSameOfARequest() {
        RawSession session = RawSession.handshake(app.bayeux());
        URI http = URI.create(app.bayeux() + "?p=1&p=2%203");
        URI webSocket = URI.create(app.bayeuxWebSocket() + "?p=1&p=2%203");
        String[] headers = {
            "X-One: a",
            "X-Two: b",
            "X-Two: c",
            session.cookie() + "; colour=red",
            "Accept-Language: en;q=0.5, fr, de-CH;q=0.8"
        };

        List<String> byHttp = answer(RawHttp.post(
                        http, "application/json", session.withId(CONTEXT).getBytes(UTF_8), headers))
                .lines()
                .toList();
        try (RawSocketSession socket = RawSocketSession.handshake(webSocket, headers)) {
            socket.socket().send(socket.withId(CONTEXT));
            List<String> bySocket = socket.next("/service/context").lines().toList();

            assertThat(byHttp).containsExactlyElementsOf(known(http));
            assertThat(bySocket)
                    .map(IdentityIT::withoutTheSessionOfTheUpgrade)
                    .containsExactlyElementsOf(known(webSocket));
        }
    }

    private static String withoutTheSessionOfTheUpgrade(String line) {
        boolean expected = !ServerKind.chosen().has(Capability.UPGRADES_WITHOUT_SESSION);
        return expected && line.startsWith("HTTP session") ? "HTTP session null" : line;
    }

    private static List<String> known(URI url) {
        return List.of(
                "URL " + url,
                "path /" + NAME,
                "protocol HTTP/1.1",
                "secure false",
                "from true",
                "to true",
                "header a",
                "headers [b, c]",
                "cookie red",
                "parameter 1",
                "parameters [1, 2 3]",
                "languages [fr, de-CH, en]",
                "HTTP session null");
    }

    /** More than there are request threads, on connections that are kept and on sockets. */
    private void othersComeAndGo() {
        RawSession session = RawSession.handshake(app.bayeux());
        List<RawHttp> kept = new ArrayList<>();
        List<RawSocketSession> sockets = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            RawHttp http = RawHttp.open(app.bayeux());
            kept.add(http);
            assertThat(askByHttp(http, session, as("bob", "chief"))).isEqualTo("bob:chief");
            assertThat(askByHttp(http, session, as("bob", "chief"))).isEqualTo("bob:chief");
            RawSocketSession socket = RawSocketSession.handshake(app.bayeuxWebSocket(), as("bob", "chief"));
            sockets.add(socket);
            assertThat(ask(socket)).startsWith("bob");
        }
        kept.forEach(RawHttp::close);
        sockets.forEach(RawSocketSession::close);
    }

    private static String ask(RawSocketSession socket) {
        socket.socket().send(socket.withId(WHO));
        return socket.next("/service/who");
    }

    private String askByHttp(RawHttp http, RawSession session, String... headers) {
        http.send(HttpPost.to(app.bayeux())
                .contentType("application/json")
                .headers(headers)
                .headers(session.cookie())
                .bytes(session.withId(WHO)));
        return answer(http.reply());
    }

    /** The reply to the message takes the answer along. */
    private static String answer(HttpReply reply) {
        return RawSession.messages(reply).stream()
                .filter(message -> message.containsKey("data"))
                .map(message -> message.getString("data"))
                .findFirst()
                .orElseThrow();
    }

    private static String as(String name, String role) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((name + ":" + role).getBytes(UTF_8));
    }
}
