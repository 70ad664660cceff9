package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.raw.RawSocketSession;
import org.bayeux.it.raw.RawWebSocket;
import org.bayeux.it.raw.WebSocketFrame;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Each option that only adapters see changes what it says, on an application that sets them all. */
@OnServer
@Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
@TestInstance(Lifecycle.PER_CLASS)
class ParametersIT {

    private static final String NAME = "parameters";
    private static final String OPTIONS = """
            bayeux.path=/elsewhere
            bayeux.long-polling.maxMessageSize=300
            bayeux.ws.maxMessageSize=400
            bayeux.browserCookieName=TABS
            bayeux.browserCookieDomain=example.org
            bayeux.browserCookiePath=/parameters
            bayeux.browserCookieSecure=true
            bayeux.browserCookieHttpOnly=false
            bayeux.browserCookieSameSite=Strict
            bayeux.ws.messagesPerFrame=1
            bayeux.ws.idleTimeout=5000
            bayeux.ws.maxInterval=60000
            """;

    private final TestServer server;
    private URI url;

    ParametersIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void deploy(@TempDir Path directory) {
        Map<String, String> config = Map.of("META-INF/microprofile-config.properties", OPTIONS);
        server.deploy(NAME, Archive.war(directory, NAME, List.of("org.bayeux.it.app"), config));
        url = server.url().resolve("/" + NAME + "/elsewhere");
    }

    @AfterAll
    void undeploy() {
        server.undeploy(NAME);
    }

    @Test
    @Tag("option:path")
    void clientsConnectAtThePathAndNowhereElse() {
        assertThat(RawSession.handshake(url).id()).isNotEmpty();

        URI usual = server.url().resolve("/" + NAME + "/cometd");
        // Where nothing is, WildFly's servlet for files answers, which serves no POST.
        assertThat(RawHttp.post(usual, "application/json", "[]").status()).isIn(404, 405);
    }

    @Test
    @Tag("option:maxMessageSize")
    void longerBodiesAndFramesAreRefused() {
        RawSession polling = RawSession.handshake(url);
        assertThat(polling.post(publish(50)).status()).isEqualTo(200);
        assertThat(polling.post(publish(300)).status()).isEqualTo(413);

        try (RawSocketSession socket = RawSocketSession.handshake(url)) {
            socket.socket().send(socket.withId(publish(50)));
            assertThat(socket.next().getBoolean("successful")).isTrue();
            socket.socket().send(socket.withId(publish(400)));
            assertThat(closeCodeOf(socket.socket())).isEqualTo(1009);
        }
    }

    @Test
    @Tag("option:browserCookieName")
    @Tag("option:browserCookieDomain")
    @Tag("option:browserCookiePath")
    @Tag("option:browserCookieSecure")
    @Tag("option:browserCookieHttpOnly")
    @Tag("option:browserCookieSameSite")
    void cookieHasTheAttributesThatAreConfigured() {
        HttpReply reply = RawHttp.post(url, "application/json", """
                [{"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["long-polling"]}]""");

        assertThat(reply.header("Set-Cookie").orElseThrow())
                .matches("TABS=\\w+; Domain=example.org; Path=/parameters; Secure; SameSite=Strict");
    }

    @Test
    @Tag("option:ws.messagesPerFrame")
    void frameCarriesAsManyMessagesAsConfigured() {
        try (RawSocketSession socket = RawSocketSession.handshake(url)) {
            String message = "{\"channel\":\"/a\",\"clientId\":\"%ID%\",\"data\":1}";
            socket.socket().send(socket.withId("[" + message + "," + message + "]"));

            assertThat(socket.socket().text()).containsOnlyOnce("/a");
            assertThat(socket.socket().text()).containsOnlyOnce("/a");
        }
    }

    @Test
    @Tag("option:ws.idleTimeout")
    void silentSocketIsClosed() {
        try (RawSocketSession silent = RawSocketSession.handshake(url)) {
            assertThat(closeCodeOf(silent.socket())).isEqualTo(1001);
        }
    }

    private static String publish(int characters) {
        return "[{\"channel\":\"/a\",\"clientId\":\"%ID%\",\"data\":\"" + "x".repeat(characters) + "\"}]";
    }

    private static int closeCodeOf(RawWebSocket socket) {
        WebSocketFrame frame = socket.next();
        if (frame == null) {
            throw new IllegalStateException("the connection ended without a close frame");
        }
        return frame.closeCode();
    }
}
