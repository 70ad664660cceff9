package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that brings its options along. */
@OnServer
@Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
class ConfigurationIT {

    private static final String NAME = "configured";

    private final TestServer server;

    ConfigurationIT(TestServer server) {
        this.server = server;
    }

    @Test
    void microProfileConfigOfTheApplicationIsAsked(@TempDir Path directory) {
        Path war = Archive.war(
                directory,
                NAME,
                List.of("org.bayeux.it.app"),
                Map.of(
                        "META-INF/microprofile-config.properties",
                        "bayeux.path=/from/config\nbayeux.long-polling.timeout=12345\nbayeux.ws.timeout=54321\n"));
        server.deploy(NAME, war);
        try {
            URI url = server.url().resolve("/" + NAME + "/from/config");
            assertThat(timeoutToldTo(Connector.LONG_POLLING, url)).isEqualTo(12_345L);
            assertThat(timeoutToldTo(Connector.WEBSOCKET, url)).isEqualTo(54_321L);
        } finally {
            server.undeploy(NAME);
        }
    }

    private static Object timeoutToldTo(Connector connector, URI url) {
        try (CometdClient client = CometdClient.of(connector, url)) {
            return ((Number) client.handshake(Map.of()).getAdvice().get("timeout")).longValue();
        }
    }
}
