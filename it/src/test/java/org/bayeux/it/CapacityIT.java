package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.load.Crowd;
import org.bayeux.it.server.Control;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.junit.jupiter.api.Test;

/** Thousands of clients wait at once on a server with a heap of 512 MB, and none of them costs a thread. */
@OnServer
class CapacityIT {

    private static final int EACH = 2_000;
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final TestApplication app;
    private final Control control;

    CapacityIT(TestApplication app) {
        this.app = app;
        this.control = app.control();
    }

    @Test
    void fourThousandClientsAreHeldWithoutThreadsAndReceiveWhatIsPublished() {
        String channel = Channels.fresh();
        int threadsBefore = control.threads();
        int heldBefore = control.held();
        try (Crowd polling = Crowd.longPolling(app.bayeux(), channel, EACH);
                Crowd sockets = Crowd.webSocket(app.bayeux(), channel, EACH)) {
            await().atMost(LIMIT).until(() -> polling.settled() == EACH && sockets.settled() == EACH);
            await().atMost(LIMIT).until(() -> control.held() >= heldBefore + 2 * EACH);
            int threadsWhileHeld = control.threads();

            control.publish(channel, "first");
            await().atMost(LIMIT).until(() -> polling.received() == EACH && sockets.received() == EACH);
            control.publish(channel, "second");
            await().atMost(LIMIT).until(() -> polling.received() == 2 * EACH && sockets.received() == 2 * EACH);

            assertThat(threadsWhileHeld - threadsBefore).isLessThan(100);
            assertThat(polling.inboxes()).isEqualTo(Collections.nCopies(EACH, List.of("first", "second")));
            assertThat(sockets.inboxes()).isEqualTo(Collections.nCopies(EACH, List.of("first", "second")));
            assertThat(polling.lost() + sockets.lost()).isZero();
            assertThatOthersAreServed();
        }
    }

    private void assertThatOthersAreServed() {
        for (Connector connector : Connector.values()) {
            try (CometdClient client = CometdClient.connected(connector, app.bayeux())) {
                assertThat(client.call("sum", Map.of("a", 1, "b", 2)).isSuccessful())
                        .isTrue();
            }
        }
    }
}
