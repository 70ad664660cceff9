package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployed server is seen by JMX, whatever is deployed beside it, until it is taken away. */
@OnServer
@Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
class JmxIT {

    private static final String NAME = "managed";

    private final TestServer server;
    private final TestApplication app;

    JmxIT(TestServer server, TestApplication app) {
        this.server = server;
        this.app = app;
    }

    @Test
    void figuresAreThoseOfTheApplication(@TempDir Path directory) {
        server.deploy(NAME, Archive.war(directory, NAME, List.of("org.bayeux.it.app")));
        TestApplication managed = new TestApplication(server, NAME);
        try (CometdClient polling = CometdClient.connected(Connector.LONG_POLLING, managed.bayeux());
                CometdClient socket = CometdClient.connected(Connector.WEBSOCKET, managed.bayeux())) {
            polling.publish(Channels.fresh(), Map.of());
            socket.publish(Channels.fresh(), Map.of());

            String bean = app.control().mbeans("/" + NAME).stream()
                    .filter(name -> name.contains("type=Server"))
                    .findFirst()
                    .orElseThrow();

            assertThat(app.control().attribute(bean, "MessagesPublished")).isEqualTo("2");
            assertThat(app.control().attribute(bean, "Sessions"))
                    .isEqualTo(String.valueOf(managed.control().sessions()));
            assertThat(app.control().mbeans("/" + app.name())).hasSize(6);
        } finally {
            server.undeploy(NAME);
        }
    }

    @Test
    void nothingIsLeftOfAnUndeployedApplication(@TempDir Path directory) {
        server.deploy(NAME, Archive.war(directory, NAME, List.of("org.bayeux.it.app")));
        List<String> deployed = app.control().mbeans("/" + NAME);

        server.undeploy(NAME);

        assertThat(deployed).hasSize(6);
        assertThat(app.control().mbeans("/" + NAME)).isEmpty();
    }
}
