package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bayeux.it.Meeting.assertThatTheyMeet;
import static org.bayeux.it.Meeting.awaitSuccess;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.Capability;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.ServerKind;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application that is taken away leaves nothing of ours, and comes back as good as new. */
@OnServer
class RedeploymentIT {

    private static final String NAME = "redeployed";

    /** Whatever of ours were left behind, a thread, a timer, a session or a socket, would hold it. */
    private static final String ENGINE = "org.bayeux.server.engine.Engine";

    private static final int ROUNDS = 20;

    private final TestServer server;
    private final TestApplication neighbour;

    RedeploymentIT(TestServer server, TestApplication neighbour) {
        this.server = server;
        this.neighbour = neighbour;
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    @Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
    void applicationThatIsUndeployedTwentyTimesUnderItsClientsLeavesNothing(@TempDir Path directory) {
        Path war = Archive.war(directory, NAME, List.of("org.bayeux.it.app"));
        TestApplication app = new TestApplication(server, NAME);
        // That of the neighbour, and of applications before that a connection of a client holds until it closes.
        long before = server.process().liveInstances(ENGINE);
        long copiesBefore = server.process().loadedCopies(ENGINE);
        assertThat(before).isPositive();

        for (int round = 0; round < ROUNDS; round++) {
            server.deploy(NAME, war);
            try (CometdClient polling = CometdClient.connected(Connector.LONG_POLLING, app.bayeux());
                    CometdClient socket = CometdClient.connected(Connector.WEBSOCKET, app.bayeux())) {
                assertThatTheyMeet(polling, socket);
                Inbox goodbyes = polling.listen(Channel.META_CONNECT);
                server.undeploy(NAME);
                assertThatToldToShakeHandsAgain(goodbyes);
                polling.unwrap().abort();
                socket.unwrap().abort();
            }
        }

        awaitNoMore(server.process()::liveInstances, before);
        assertThat(neighbour.control().mbeans("/" + NAME)).isEmpty();
        if (ServerKind.chosen().has(Capability.LETS_CLASS_LOADERS_GO)) {
            awaitNoMore(server.process()::loadedCopies, copiesBefore);
        }
    }

    private static void awaitNoMore(ToLongFunction<String> count, long before) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(count.applyAsLong(ENGINE)).isLessThanOrEqualTo(before));
    }

    /** The connect that was held is answered, unless the connection was lost first, as some servers do. */
    private static void assertThatToldToShakeHandsAgain(Inbox goodbyes) {
        Message last;
        do {
            last = goodbyes.next();
        } while (last.isSuccessful());
        if (!last.containsKey("failure")) {
            assertThat(last.getAdvice()).containsEntry(Message.RECONNECT_FIELD, Message.RECONNECT_HANDSHAKE_VALUE);
        }
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
}
