package org.bayeux.server.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bayeux.api.Channel;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.server.spi.Connection;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.wire.BayeuxMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("stress")
class SocketRaceTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** A wire that falls behind is to get all in order here, not to be given up for what waits for it. */
    private final InMemoryServer server =
            InMemoryServer.start("sweepPeriod", "86400000", "maxQueueBytes", "0", "maxTotalQueueBytes", "-1");

    private final Race race = new Race();
    private final ExecutorService settling = Executors.newFixedThreadPool(2);
    private final ServerChannel channel = server.channel("/race");

    @AfterEach
    void stop() {
        race.close();
        server.stop();
        settling.shutdownNow();
    }

    @Test
    void lostSocketIsNeverTheWayToTheClient() {
        Peer peer = Peer.socket(server);
        for (int round = 0; round < Race.ROUNDS; round++) {
            Wire wire = Wire.socket();
            Connection connection = peer.open(wire);

            race.run(
                    () -> connection.receive(List.of(peer.message(Channel.META_CONNECT))), () -> connection.lost(null));

            int written = wire.batches().size();
            int queued = peer.session().getQueueSize();
            peer.session().deliver(null, "/race", "a");
            assertThat(wire.batches()).hasSize(written);
            assertThat(peer.session().getQueueSize()).isEqualTo(queued + 1);
            assertThat(server.clock().waitingTimers()).as("the expiry").isOne();
        }
    }

    @Test
    void messagesAreNeitherLostNorDoubledWhenSocketsTakeOver() {
        Peer peer = Peer.socket(server);
        channel.subscribe(peer.session());
        List<Wire> wires = new ArrayList<>();
        for (int round = 0; round < Race.ROUNDS; round++) {
            Wire wire = Wire.socket();
            wires.add(wire);
            String data = Integer.toString(round);

            race.run(
                    () -> peer.open(wire).receive(List.of(peer.message(Channel.META_CONNECT))),
                    () -> channel.publish(null, data));
        }

        List<String> received =
                wires.stream().flatMap(wire -> wire.dataOn("/race").stream()).toList();
        assertThat(received).containsExactlyElementsOf(numbers(Race.ROUNDS));
    }

    @Test
    void messagesKeepTheirOrderWhenOtherThreadsSettleWrites() {
        Peer peer = Peer.socket(server);
        Wire wire = Wire.socket(settling);
        peer.open(wire).receive(List.of(peer.message(Channel.META_CONNECT)));

        race.run(() -> deliver(peer, "/one"), () -> deliver(peer, "/two"));

        waitFor(() -> wire.count("/one") + wire.count("/two") >= 2L * Race.ROUNDS);
        assertThat(wire.dataOn("/one")).isEqualTo(numbers(Race.ROUNDS));
        assertThat(wire.dataOn("/two")).isEqualTo(numbers(Race.ROUNDS));
        assertThat(wire.everOverlapped()).as("two writes at once").isFalse();
    }

    @Test
    void batchStaysTogetherAmongOtherMessages() {
        Peer peer = Peer.socket(server);
        Wire wire = Wire.socket();
        peer.open(wire).receive(List.of(peer.message(Channel.META_CONNECT)));
        for (int round = 0; round < Race.ROUNDS; round++) {
            wire.forget();

            race.run(() -> peer.session().batch(() -> deliverPair(peer)), () -> peer.session()
                    .deliver(null, "/other", "x"));

            assertThat(wire.batches().stream().mapToInt(List::size).sum()).isEqualTo(3);
            assertThat(wire.batches())
                    .filteredOn(SocketRaceTest::hasPairedMessage)
                    .hasSize(1);
        }
    }

    @Test
    void endedSessionIsToldOnceWhateverIsUnderWay() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            Peer peer = Peer.socket(server);
            Wire wire = Wire.socket();
            peer.open(wire).receive(List.of(peer.message(Channel.META_CONNECT)));

            race.run(() -> peer.session().deliver(null, "/race", "a"), () -> peer.session()
                    .disconnect());

            assertThat(wire.count(Channel.META_CONNECT)).isOne();
            assertThat(wire.count(Channel.META_DISCONNECT)).isOne();
            List<BayeuxMessage> all =
                    wire.batches().stream().flatMap(List::stream).toList();
            assertThat(all).hasSizeBetween(2, 3);
            assertThat(all.get(all.size() - 1).getChannel()).isEqualTo(Channel.META_CONNECT);
            assertThat(server.clock().waitingTimers()).isZero();
        }
    }

    private static boolean hasPairedMessage(List<BayeuxMessage> frame) {
        return frame.stream().anyMatch(message -> message.getChannel().equals("/pair"));
    }

    private static void deliverPair(Peer peer) {
        peer.session().deliver(null, "/pair", "1");
        peer.session().deliver(null, "/pair", "2");
    }

    private static void deliver(Peer peer, String channel) {
        for (int i = 0; i < Race.ROUNDS; i++) {
            peer.session().deliver(null, channel, Integer.toString(i));
        }
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static void waitFor(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time to wait").isLessThan(end);
            Thread.yield();
        }
    }
}
