package org.bayeux.server.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.api.Message;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.stress.Peer;
import org.bayeux.server.stress.Race;
import org.bayeux.server.stress.Wire;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests of one client that meet on several threads. */
@Tag("stress")
class OverlapRaceTest {

    private static final int ROUNDS = 2_000;
    private static final int THREADS = 10;
    private static final int MAX_QUEUE = 13;

    private final InMemoryServer server =
            InMemoryServer.start("maxQueue", Integer.toString(MAX_QUEUE), "sweepPeriod", "86400000");
    private final Race race = new Race();
    private final Browser browser = new Browser().cookie("BAYEUX_BROWSER", "0123456789abcdef");

    @AfterEach
    void stop() {
        race.close();
        server.stop();
    }

    @Test
    void racingConnectsOfOneSessionGetNoFalseMultipleClientsAdvice() {
        for (int round = 0; round < ROUNDS; round++) {
            Peer peer = Peer.polling(server, browser);
            Queue<Wire> connects = new ConcurrentLinkedQueue<>();
            Runnable connect = () -> connects.add(peer.connect());

            race.run(connect, connect, () -> peer.session().deliver(null, "/a", 1), connect);

            List<Wire> all = new ArrayList<>(connects);
            assertThat(all.stream().flatMap(it -> it.batches().stream()).flatMap(List::stream))
                    .noneMatch(
                            it -> it.getAdvice() != null && it.getAdvice().containsKey(Message.MULTIPLE_CLIENTS_FIELD));
            server.bayeux().removeSession(peer.session());
            assertThat(all).allSatisfy(it -> assertThat(it.batches()).hasSize(1));
        }
    }

    @Test
    void tabThatFollowsAnotherGetsNoFalseMultipleClientsAdvice() {
        for (int round = 0; round < ROUNDS; round++) {
            Peer leaving = Peer.polling(server, browser);
            Wire held = leaving.connect();
            race.run(leaving::disconnect, () -> leaving.session().deliver(null, "/a", 1));
            assertThat(held.batches()).hasSize(1);

            Peer coming = Peer.polling(server, browser);
            assertThat(coming.connect().batches()).as("held").isEmpty();
            server.bayeux().removeSession(coming.session());
        }
    }

    @Test
    void limitOfTheQueueIsExactUnderTenThreads() {
        for (int round = 0; round < ROUNDS / THREADS; round++) {
            ServerSession session = Peer.polling(server, browser).session();
            AtomicInteger refused = new AtomicInteger();
            session.addListener((ServerSession.MaxQueueListener) (to, queue, from, message) -> {
                refused.incrementAndGet();
                return false;
            });
            Runnable sender = () -> {
                session.deliver(null, "/race", 1);
                session.deliver(null, "/race", 2);
            };

            race.run(Collections.nCopies(THREADS, sender).toArray(Runnable[]::new));

            assertThat(session.getQueueSize()).isEqualTo(MAX_QUEUE);
            assertThat(refused).hasValue(2 * THREADS - MAX_QUEUE);
            server.bayeux().removeSession(session);
        }
    }
}
