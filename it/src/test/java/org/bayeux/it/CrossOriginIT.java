package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.HttpGet;
import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.script.Browsers;
import org.bayeux.it.script.NodeTests;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.FreePort;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of another origin, in raw bytes and in a real browser ({@code src/test/js/origin.browser.mjs}). */
@OnServer
@Over({Transport.LONG_POLLING, Transport.CALLBACK_POLLING})
class CrossOriginIT {

    private static final String NAME = "crossed";
    private static final String HANDSHAKE =
            "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\",\"supportedConnectionTypes\":[\"long-polling\"]}]";

    @Test
    void pagesOfAllowedOriginsAreServedAndOthersRefused(TestServer server, @TempDir Path directory) throws Exception {
        int port = FreePort.onLoopback();
        String allowed = "http://127.0.0.1:" + port;
        Path war = Archive.war(
                directory,
                NAME,
                List.of("org.bayeux.it.app"),
                Map.of("META-INF/microprofile-config.properties", "bayeux.allowedOrigins=" + allowed + "\n"));
        TestApplication app = new TestApplication(server, NAME);
        server.deploy(NAME, war);
        try {
            assertPreflight(app, allowed);
            assertRefused(app);
            NodeTests.run(
                    "origin.browser.mjs",
                    Browsers.with(Map.of("BAYEUX_URL", app.bayeux().toString(), "PAGE_PORT", Integer.toString(port))),
                    180);
        } finally {
            server.undeploy(NAME);
        }
    }

    private static void assertPreflight(TestApplication app, String origin) {
        HttpReply reply = HttpGet.send(
                "OPTIONS",
                app.bayeux(),
                "Origin: " + origin,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: content-type");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Access-Control-Allow-Origin")).hasValue(origin);
        assertThat(reply.header("Access-Control-Allow-Credentials")).hasValue("true");
        assertThat(reply.header("Access-Control-Allow-Methods")).hasValue("GET, POST, OPTIONS");
        assertThat(reply.header("Access-Control-Allow-Headers")).hasValue("Content-Type");
    }

    private static void assertRefused(TestApplication app) {
        String form = "application/x-www-form-urlencoded";
        int sessions = app.control().sessions();

        HttpReply post =
                RawHttp.post(app.bayeux(), form, ("message=" + HANDSHAKE).getBytes(), "Origin: https://evil.example");
        HttpReply script = HttpGet.send(
                "GET",
                HttpGet.query(app.bayeux(), "f", HANDSHAKE),
                "User-Agent: Mozilla/5.0",
                "Referer: https://evil.example/");

        assertThat(List.of(post, script)).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.body()).isEqualTo("Pages of this origin may not talk to this server\n");
        });
        assertThat(app.control().sessions()).isEqualTo(sessions);
    }
}
