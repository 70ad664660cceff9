package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an application of the manual does with servlets goes on working after a change of its imports. */
@OnServer
@Over(Transport.LONG_POLLING)
class MigrationIT {

    private static final String NAME = "migrated";

    private final TestServer server;

    MigrationIT(TestServer server) {
        this.server = server;
    }

    @Test
    void configurationServletFindsTheServerInTheServletContext(@TempDir Path directory) {
        server.deploy(NAME, Archive.war(directory, NAME, List.of("org.bayeux.it.migrated")));
        try {
            URI url = server.url().resolve("/" + NAME + "/cometd");
            RawSession session = RawSession.handshake(url);

            List<JsonObject> answers = RawSession.messages(session.post("""
                    [{"channel":"/echo","clientId":"%ID%","data":"hello"}]"""));

            assertThat(answers)
                    .anySatisfy(it -> assertThat(it.getString("data", "")).isEqualTo("hello"))
                    .allSatisfy(it -> assertThat(it).containsKey("timestamp"));
        } finally {
            server.undeploy(NAME);
        }
    }
}
