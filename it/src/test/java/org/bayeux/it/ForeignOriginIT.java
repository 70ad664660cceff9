package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.RawSocketSession;
import org.bayeux.it.raw.RawWebSocket;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the pages of allowed origins can open a WebSocket. */
@OnServer
@Over(Transport.WEBSOCKET)
class ForeignOriginIT {

    private static final String NAME = "origins";
    private static final String BROWSER = "User-Agent: Mozilla/5.0";

    private final TestServer server;
    private final TestApplication app;

    ForeignOriginIT(TestServer server) {
        this.server = server;
        this.app = new TestApplication(server, NAME);
    }

    @BeforeEach
    void deploy(@TempDir Path directory) {
        server.deploy(
                NAME,
                Archive.war(
                        directory,
                        NAME,
                        List.of("org.bayeux.it.app"),
                        Map.of(
                                "META-INF/microprofile-config.properties",
                                "bayeux.allowedOrigins=https://shop.example.com,https://*.example.org\n")));
    }

    @AfterEach
    void undeploy() {
        server.undeploy(NAME);
    }

    @Test
    void foreignPageIsRefused() {
        for (String origin :
                List.of("https://evil.example.com", "http://shop.example.com", "null", "http://localhost")) {
            assertThatThrownBy(() -> RawWebSocket.open(app.bayeuxWebSocket(), BROWSER, "Origin: " + origin))
                    .hasMessageContaining("403");
        }
    }

    @Test
    @Tag("option:allowedOrigins")
    void ownAndAllowedPagesAreServed() {
        URI url = app.bayeux();
        String own = "http://" + url.getAuthority();

        for (String origin : List.of(own, "https://shop.example.com", "https://a.example.org")) {
            try (RawSocketSession session =
                    RawSocketSession.handshake(app.bayeuxWebSocket(), BROWSER, "Origin: " + origin)) {
                assertThat(session.id()).isNotEmpty();
            }
        }
    }

    @Test
    void ownPageBehindAProxyIsServed() {
        try (RawSocketSession session = RawSocketSession.handshake(
                app.bayeuxWebSocket(),
                BROWSER,
                "Origin: https://www.example.net",
                "X-Forwarded-Host: www.example.net")) {
            assertThat(session.id()).isNotEmpty();
        }
    }

    /** Tyrus sends the address of the server as its origin; other clients do that without the port. */
    @Test
    void clientsThatAreNoBrowsersAreServed() {
        try (CometdClient client = CometdClient.connected(Connector.WEBSOCKET, app.bayeux());
                RawSocketSession withoutPort = RawSocketSession.handshake(
                        app.bayeuxWebSocket(), "Origin: http://" + app.bayeux().getHost())) {
            assertThat(client.id()).isNotEmpty();
            assertThat(withoutPort.id()).isNotEmpty();
        }
    }
}
