package org.bayeux.server.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.bayeux.api.Channel;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("stress")
class ConnectRaceTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration MAX_INTERVAL = Duration.ofSeconds(10);

    private final InMemoryServer server = InMemoryServer.start("sweepPeriod", "86400000");
    private final Browser browser = new Browser().cookie("BAYEUX_BROWSER", "0123456789abcdef");
    private final Race race = new Race();
    private final ServerChannel channel = server.channel("/race");

    @AfterEach
    void stop() {
        race.close();
        server.stop();
    }

    @Test
    void connectIsAnsweredOnceWhenTheClientDisconnects() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            Peer peer = Peer.polling(server, browser);
            AtomicReference<Wire> connect = new AtomicReference<>();

            race.run(() -> connect.set(peer.connect()), peer::disconnect);

            assertThat(connect.get().batches()).hasSize(1);
            assertThat(server.clock().waitingTimers()).isZero();
            assertThat(server.bayeux().getSessions()).isEmpty();
        }
        browserHasItsConnectionBack();
    }

    @Test
    void messageAlwaysLeavesWhenAConnectComes() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            Peer peer = Peer.polling(server, browser);
            channel.subscribe(peer.session());
            AtomicReference<Wire> connect = new AtomicReference<>();

            race.run(() -> connect.set(peer.connect()), () -> channel.publish(null, "a"));

            assertThat(connect.get().batches()).hasSize(1);
            assertThat(connect.get().dataOn("/race")).containsExactly("a");
            server.bayeux().removeSession(peer.session());
        }
        assertThat(server.clock().waitingTimers()).isZero();
        browserHasItsConnectionBack();
    }

    @Test
    void olderConnectIsAnsweredOnceWhetherByTimeoutOrByTheNewerOne() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            Peer peer = Peer.polling(server, browser);
            Wire older = peer.connect();
            AtomicReference<Wire> newer = new AtomicReference<>();

            race.run(() -> newer.set(peer.connect()), () -> server.clock().advance(TIMEOUT));

            assertThat(older.batches()).hasSize(1);
            assertThat(server.clock().waitingTimers())
                    .as("of the newer connect")
                    .isOne();
            server.bayeux().removeSession(peer.session());
            assertThat(newer.get().batches()).hasSize(1);
            assertThat(server.clock().waitingTimers()).isZero();
        }
        browserHasItsConnectionBack();
    }

    @Test
    void messageIsDeliveredOnceOrItsSessionHasExpired() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            Peer peer = Peer.polling(server, browser);
            channel.subscribe(peer.session());
            AtomicReference<Wire> connect = new AtomicReference<>();

            race.run(
                    () -> channel.publish(null, "a"),
                    () -> server.clock().advance(MAX_INTERVAL.plusMillis(1)),
                    () -> connect.set(peer.connect()));

            boolean expired = !peer.session().isHandshook();
            int queued = peer.session().getQueueSize();
            assertThat(connect.get().dataOn("/race").size() + queued).isLessThanOrEqualTo(1);
            if (expired) {
                assertThat(queued).isZero();
                assertThat(connect.get().batches()).hasSize(1);
            } else {
                assertThat(connect.get().dataOn("/race")).containsExactly("a");
            }
            server.bayeux().removeSession(peer.session());
            assertThat(channel.getSubscribers()).isEmpty();
            assertThat(server.clock().waitingTimers()).isZero();
        }
    }

    private void browserHasItsConnectionBack() {
        Wire connect = Peer.polling(server, browser).connect();
        assertThat(connect.count(Channel.META_CONNECT))
                .as("held, not answered as one of many")
                .isZero();
    }
}
