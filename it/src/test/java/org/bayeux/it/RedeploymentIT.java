package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.cometd.bayeux.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application that is taken away leaves nothing of ours, and comes back as good as new. */
@OnServer
class RedeploymentIT {

    private static final String NAME = "redeployed";

    /** Whatever of ours were left behind, a thread, a timer, a session or a socket, would hold it. */
    private static final String ENGINE = "org.bayeux.server.engine.Engine";

    private final TestServer server;

    RedeploymentIT(TestServer server) {
        this.server = server;
    }

    @Test
    void undeployedApplicationLeavesNothing(@TempDir Path directory) {
        Path war = Archive.war(directory, NAME, List.of("org.bayeux.it.app"));
        TestApplication app = new TestApplication(server, NAME);
        long before = server.process().liveInstances(ENGINE);

        for (int round = 0; round < 3; round++) {
            server.deploy(NAME, war);
            long whileDeployed = server.process().liveInstances(ENGINE);
            try (CometdClient polling = CometdClient.connected(Connector.LONG_POLLING, app.bayeux());
                    CometdClient socket = CometdClient.connected(Connector.WEBSOCKET, app.bayeux())) {
                assertThatTheyMeet(polling, socket);
                server.undeploy(NAME);
                polling.unwrap().abort();
                socket.unwrap().abort();
            }

            assertThat(whileDeployed).as("the engine is seen").isPositive();
        }

        // Fewer if another application was still on its way out at the beginning.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(server.process().liveInstances(ENGINE)).isLessThanOrEqualTo(before));
    }

    @ParameterizedTest
    @EnumSource
    void clientsComeBackByThemselvesToAnApplicationThatIsDeployedAgain(Connector connector, @TempDir Path directory) {
        Path war = Archive.war(directory, NAME, List.of("org.bayeux.it.app"));
        TestApplication app = new TestApplication(server, NAME);
        server.deploy(NAME, war);
        try (CometdClient client = CometdClient.connected(connector, app.bayeux());
                CometdClient other = CometdClient.of(connector, app.bayeux())) {
            Inbox handshakes = client.listen(Channel.META_HANDSHAKE);
            server.undeploy(NAME);
            server.deploy(NAME, war);

            awaitSuccess(handshakes);
            other.handshake(Map.of());
            assertThatTheyMeet(client, other);
        } finally {
            server.undeploy(NAME);
        }
    }

    /** Attempts in between fail, since there is nobody to answer. */
    private static void awaitSuccess(Inbox handshakes) {
        boolean succeeded;
        do {
            succeeded = handshakes.next().isSuccessful();
        } while (!succeeded);
    }

    private static void assertThatTheyMeet(CometdClient publisher, CometdClient subscriber) {
        String channel = Channels.fresh();
        Inbox inbox = subscriber.subscribe(channel);
        publisher.publish(channel, "hello");
        assertThat(inbox.next().getData()).isEqualTo("hello");
    }
}
