package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bayeux.it.app.leak.Footprint;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is taken away leaves nothing, and comes back as good as new. */
@OnServer
class RedeploymentIT {

    private static final String NAME = "redeployed";

    private static final String MARK = Footprint.Mark.class.getName();

    private final TestServer server;

    RedeploymentIT(TestServer server) {
        this.server = server;
    }

    @Test
    void undeployedApplicationLeavesNoThreadNoSessionAndNoClassLoader(@TempDir Path directory) {
        Path war = Archive.war(directory, NAME, List.of("org.bayeux.it.app"), Footprint.class, Footprint.Mark.class);
        TestApplication app = new TestApplication(server, NAME);

        for (int round = 0; round < 3; round++) {
            server.deploy(NAME, war);
            long whileDeployed = server.process().liveInstances(MARK);
            try (CometdClient polling = CometdClient.connected(Connector.LONG_POLLING, app.bayeux());
                    CometdClient socket = CometdClient.connected(Connector.WEBSOCKET, app.bayeux())) {
                assertThatTheyMeet(polling, socket);
                server.undeploy(NAME);
                polling.unwrap().abort();
                socket.unwrap().abort();
            }

            assertThat(whileDeployed).as("the mark is seen").isPositive();
        }

        // A thread or a session left behind would hold its class loader, and that one its footprint.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(server.process().liveInstances(MARK)).isZero());
    }

    private static void assertThatTheyMeet(CometdClient publisher, CometdClient subscriber) {
        String channel = Channels.fresh();
        Inbox inbox = subscriber.subscribe(channel);
        publisher.publish(channel, "hello");
        assertThat(inbox.next().getData()).isEqualTo("hello");
    }
}
