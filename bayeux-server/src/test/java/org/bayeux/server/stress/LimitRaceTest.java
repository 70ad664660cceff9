package org.bayeux.server.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bayeux.api.Channel;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.Connection;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.wire.BayeuxMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is counted against a limit never leaks, and is never exceeded. */
@Tag("stress")
class LimitRaceTest {

    private static final int THREADS = 6;
    private static final int MOST = 3;
    private static final int ROUNDS = Race.ROUNDS / THREADS;

    private final InMemoryServer server = InMemoryServer.start(
            "maxSessionsPerAddress", "" + MOST,
            "maxSubscriptionsPerSession", "" + MOST,
            "maxClientChannels", "" + MOST,
            "sweepPeriod", "1000");
    private final Race race = new Race();
    private final Browser browser =
            new Browser().address("192.0.2.1").cookie("BAYEUX_BROWSER", "a-browser-of-the-race");

    @AfterEach
    void stop() {
        race.close();
        server.stop();
    }

    @Test
    void placesOfAnAddressAreExactAndComeBack() {
        for (int round = 0; round < ROUNDS; round++) {
            AtomicInteger accepted = new AtomicInteger();
            Runnable handshake = () -> accepted.addAndGet(shakeHands() == null ? 0 : 1);

            race.run(Collections.nCopies(THREADS, handshake).toArray(Runnable[]::new));

            assertThat(accepted).hasValue(MOST);
            endAll(round);
        }
    }

    @Test
    void placeOfASessionThatIsEndedWhileItBeginsComesBack() throws InterruptedException {
        Semaphore gone = new Semaphore(0);
        server.bayeux().addListener(new BayeuxServer.SessionListener() {
            @Override
            public void sessionAdded(ServerSession session, ServerMessage message) {
                race.beside(() -> {
                    server.bayeux().removeSession(session);
                    gone.release();
                });
            }
        });
        Queue<String> errors = new ConcurrentLinkedQueue<>();
        Runnable handshake = () -> errors.add(String.valueOf(handshakeReply().get("error")));
        for (int round = 0; round < ROUNDS; round++) {
            race.run(Collections.nCopies(MOST, handshake).toArray(Runnable[]::new));

            assertThat(errors).hasSize(MOST).doesNotContain("403::too_many_sessions_per_address");
            assertThat(gone.tryAcquire(MOST, 10, TimeUnit.SECONDS)).isTrue();
            errors.clear();
        }
    }

    @Test
    void channelsOfClientsAreExactAndComeBack() {
        Peer peer = Peer.polling(server, browser);
        peer.session().setMaxInterval(Duration.ofDays(1).toMillis());
        for (int round = 0; round < ROUNDS / 10; round++) {
            race.run(IntStream.range(0, THREADS)
                    .mapToObj(i -> (Runnable) () -> publish(peer, "/race" + i))
                    .toArray(Runnable[]::new));

            assertThat(raced()).isEqualTo(MOST);
            IntStream.range(0, 4).forEach(i -> server.clock().advanceMillis(1_000));
            assertThat(raced()).isZero();
        }
    }

    @Test
    void subscriptionsAreExact() {
        IntStream.range(0, THREADS).forEach(i -> server.channel("/race" + i).setPersistent(true));
        for (int round = 0; round < ROUNDS; round++) {
            Peer peer = Peer.polling(server, browser);
            race.run(IntStream.range(0, THREADS)
                    .mapToObj(i -> (Runnable) () -> subscribe(peer, "/race" + i))
                    .toArray(Runnable[]::new));

            assertThat(peer.session().getSubscriptions()).hasSize(MOST);
            server.bayeux().removeSession(peer.session());
        }
    }

    private void endAll(int round) {
        if (round % 2 == 0) {
            server.bayeux().getSessions().forEach(server.bayeux()::removeSession);
        } else {
            server.clock().advanceMillis(20_000);
        }
    }

    private long raced() {
        return server.bayeux().getChannels().stream()
                .filter(channel -> channel.getId().startsWith("/race"))
                .count();
    }

    private String shakeHands() {
        return handshakeReply().getClientId();
    }

    private BayeuxMessage handshakeReply() {
        BayeuxMessage handshake = server.engine().codec().newMessage();
        handshake.setChannel(Channel.META_HANDSHAKE);
        Wire response = Wire.response();
        Connection connection = server.engine().open(ServerConfig.LONG_POLLING, browser.context(), response);
        connection.receive(List.of(handshake));
        return response.batches().get(0).get(0);
    }

    private static void publish(Peer peer, String channel) {
        BayeuxMessage message = peer.message(channel);
        message.setData(1);
        peer.open(Wire.response()).receive(List.of(message));
    }

    private static void subscribe(Peer peer, String channel) {
        BayeuxMessage message = peer.message(Channel.META_SUBSCRIBE);
        message.put("subscription", channel);
        peer.open(Wire.response()).receive(List.of(message));
    }
}
