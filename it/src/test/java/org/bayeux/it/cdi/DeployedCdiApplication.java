package org.bayeux.it.cdi;

import java.nio.file.Path;
import java.util.List;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.secured.Login;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An application with observers, publishers and beans of sessions, deployed anew for each test. */
abstract class DeployedCdiApplication {

    private static final String NAME = "cdi";

    /** Where it answers. */
    final TestApplication app;

    private final TestServer server;

    DeployedCdiApplication(TestServer server) {
        this.server = server;
        this.app = new TestApplication(server, NAME);
    }

    @BeforeEach
    void deploy(@TempDir Path directory) {
        server.deploy(NAME, Archive.war(directory, NAME, List.of("org.bayeux.it.cdi.app"), Login.class));
    }

    @AfterEach
    void undeploy() {
        server.undeploy(NAME);
    }

    CometdClient connect(Connector connector) {
        return CometdClient.connected(
                connector, connector == Connector.WEBSOCKET ? app.bayeuxWebSocket() : app.bayeux());
    }
}
