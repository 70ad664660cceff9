package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.load.Crowd;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.server.Control;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of clients wait at once on a server with a heap of 512 MB, and none of them costs a thread. */
@OnServer
@Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
class CapacityIT {

    private static final int EACH = 2_000;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** Less than a connect is held: a thread that waited for one to end would be seen all the time. */
    private static final Duration LOOKS = Duration.ofSeconds(20);

    private final TestApplication app;
    private final Control control;

    CapacityIT(TestApplication app) {
        this.app = app;
        this.control = app.control();
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void fourThousandClientsAreHeldWithoutThreadsAndReceiveWhatIsPublished() {
        String channel = Channels.fresh();
        awaitNoThreadInOurCode(LIMIT);
        int threadsBefore = control.threads();
        try (Crowd polling = Crowd.longPolling(app.bayeux(), channel, EACH);
                Crowd sockets = Crowd.webSocket(app.bayeux(), channel, EACH)) {
            awaitAll("settled on long-polling", polling::settled, EACH);
            awaitAll("settled on WebSocket", sockets::settled, EACH);
            awaitAll("held", () -> control.held(channel), 2 * EACH);
            int threadsWhileHeld = control.threads();
            awaitNoThreadInOurCode(LOOKS);

            control.publish(channel, "first");
            awaitAll("first on long-polling", polling::received, EACH);
            awaitAll("first on WebSocket", sockets::received, EACH);
            control.publish(channel, "second");
            awaitAll("second on long-polling", polling::received, 2 * EACH);
            awaitAll("second on WebSocket", sockets::received, 2 * EACH);

            assertThat(threadsWhileHeld - threadsBefore).isLessThan(100);
            assertThat(polling.inboxes()).isEqualTo(Collections.nCopies(EACH, List.of("first", "second")));
            assertThat(sockets.inboxes()).isEqualTo(Collections.nCopies(EACH, List.of("first", "second")));
            assertThat(polling.losses()).isEmpty();
            assertThat(sockets.losses()).isEmpty();
            assertThatOthersAreServed();
        }
    }

    /** Some connect may just be answered when we look; a thread that belonged to a client would be there at every look. */
    private void awaitNoThreadInOurCode(Duration limit) {
        await().atMost(limit)
                .untilAsserted(() ->
                        assertThat(app.server().process().threadsInOurCode()).isEmpty());
    }

    private static void awaitAll(String what, IntSupplier count, int expected) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(count.getAsInt()).as(what).isGreaterThanOrEqualTo(expected));
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
