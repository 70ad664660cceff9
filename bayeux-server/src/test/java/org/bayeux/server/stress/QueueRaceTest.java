package org.bayeux.server.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("stress")
class QueueRaceTest {

    private static final int MAX_QUEUE = 13;
    private static final int THREADS = 10;
    private static final int EACH = 2;

    private final InMemoryServer server = InMemoryServer.start(
            "maxQueue", Integer.toString(MAX_QUEUE), "maxQueuePolicy", "dropOldest", "sweepPeriod", "86400000");
    private final Race race = new Race();
    private final Browser browser = new Browser();

    @AfterEach
    void stop() {
        race.close();
        server.stop();
    }

    @Test
    void limitOfTheQueueIsExact() {
        for (int round = 0; round < Race.ROUNDS / THREADS; round++) {
            ServerSession session = Peer.polling(server, browser).session();
            AtomicInteger refused = new AtomicInteger();
            session.addListener((ServerSession.MaxQueueListener) (to, queue, from, message) -> {
                refused.incrementAndGet();
                return false;
            });
            Runnable sender = () -> deliver(session, "/race");

            race.run(Collections.nCopies(THREADS, sender).toArray(Runnable[]::new));

            assertThat(session.getQueueSize()).isEqualTo(MAX_QUEUE);
            assertThat(refused).hasValue(THREADS * EACH - MAX_QUEUE);
            server.bayeux().removeSession(session);
        }
    }

    @Test
    void droppingTheOldestKeepsExactlyAsManyAsMayBe() {
        for (int round = 0; round < Race.ROUNDS / THREADS; round++) {
            ServerSession session = Peer.polling(server, browser).session();

            race.run(Collections.<Runnable>nCopies(THREADS, () -> deliver(session, "/race"))
                    .toArray(Runnable[]::new));

            assertThat(session.getQueueSize()).isEqualTo(MAX_QUEUE);
            server.bayeux().removeSession(session);
        }
    }

    @Test
    void conflatingKeepsOneOfEachChannel() {
        server.channel("/**").setQueuePolicy(QueuePolicy.CONFLATE);
        for (int round = 0; round < Race.ROUNDS / THREADS; round++) {
            ServerSession session = Peer.polling(server, browser).session();

            race.run(IntStream.range(0, THREADS)
                    .mapToObj(i -> (Runnable) () -> deliver(session, "/race/" + i))
                    .toArray(Runnable[]::new));

            assertThat(session.getQueueSize()).isBetween(THREADS, MAX_QUEUE);
            server.bayeux().removeSession(session);
        }
    }

    @Test
    void sessionThatOverflowsEndsOnce() {
        server.channel("/**").setQueuePolicy(QueuePolicy.DISCONNECT);
        for (int round = 0; round < Race.ROUNDS / THREADS; round++) {
            ServerSession session = Peer.polling(server, browser).session();
            AtomicInteger ends = new AtomicInteger();
            session.addListener((ServerSession.RemoveListener) (ended, timeout) -> ends.incrementAndGet());

            race.run(Collections.<Runnable>nCopies(THREADS, () -> deliver(session, "/race"))
                    .toArray(Runnable[]::new));

            assertThat(ends).hasValue(1);
            assertThat(session.getQueueSize()).isZero();
        }
    }

    private static void deliver(ServerSession session, String channel) {
        for (int i = 0; i < EACH; i++) {
            session.deliver(null, channel, "a");
        }
    }
}
