package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.wire.BayeuxMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever way messages leave a session, the budget of all sessions hears of it. */
class QueueBudgetTest {

    private final TestSession it = new TestSession();
    private final BayeuxMessage message = TestSession.message("a");
    private final long cost = Outbox.costOf(message);

    @Test
    void messageThatSeveralQueuesKeepCountsOnce() {
        QueueBudget budget = new QueueBudget(-1);
        Outbox first = new Outbox(budget);
        Outbox second = new Outbox(budget);

        first.append(message);
        second.append(message);
        assertThat(budget.bytes()).isEqualTo(cost);
        budget.letGo(first.takeAll());
        assertThat(budget.bytes()).isEqualTo(cost);
        second.removeOldest();

        assertThat(budget.bytes()).isZero();
    }

    @Test
    void responseTakesMessagesAlongAndMayBringThemBack() {
        it.session.offer(message, null, null);

        List<BayeuxMessage> taken = it.session.drain(false);
        assertThat(it.budget.bytes()).isZero();
        it.session.putBack(taken);

        assertThat(it.budget.bytes()).isEqualTo(cost);
    }

    @Test
    void messageOnItsWayToASocketCountsUntilItHasArrived() {
        RecordingOutlet socket = RecordingOutlet.socket().slow();
        it.session.attach(socket);

        it.session.offer(message, null, null);
        assertThat(it.budget.bytes()).isEqualTo(cost);
        socket.settle();

        assertThat(it.budget.bytes()).isZero();
    }

    @Test
    void messageThatASocketLostWaitsAgain() {
        RecordingOutlet socket = RecordingOutlet.socket().slow();
        it.session.attach(socket);
        it.session.offer(message, null, null);

        socket.fail();

        assertThat(it.queued()).containsExactly("a");
        assertThat(it.budget.bytes()).isEqualTo(cost);
    }

    @Test
    void messageCountsUntilItIsAcknowledged() {
        it.session.keepUntilAcknowledged();
        it.session.offer(message, null, null);
        it.connect(RecordingOutlet.response());
        it.session.drain(true);
        assertThat(it.budget.bytes()).isEqualTo(cost);

        it.session.acknowledged(0);
        assertThat(it.queued()).containsExactly("a");
        assertThat(it.budget.bytes()).isEqualTo(cost);
        it.session.drain(true);
        it.session.acknowledged(Long.MAX_VALUE);

        assertThat(it.budget.bytes()).isZero();
    }

    @Test
    void listenersMayTakeMessagesOut() {
        it.session.offer(message, null, null);

        it.session.discard(List.of(message));

        assertThat(it.budget.bytes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(CloseReason.class)
    void sessionThatEndsKeepsNothing(CloseReason reason) {
        it.session.keepUntilAcknowledged();
        it.offer("a");
        it.connect(RecordingOutlet.response());
        it.session.drain(true);
        it.offer("b");

        it.session.close(reason);

        assertThat(it.budget.bytes()).isZero();
    }

    @Test
    void batchThatSettlesAfterTheEndIsLetGoThen() {
        RecordingOutlet socket = RecordingOutlet.socket().slow();
        it.session.attach(socket);
        it.offer("a");

        it.session.close(CloseReason.EXPIRED);
        assertThat(it.budget.bytes()).isPositive();
        socket.fail();

        assertThat(it.budget.bytes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(QueuePolicy.class)
    void nothingIsLeftBehindWhateverAFullQueueDoes(QueuePolicy policy) {
        TestSession full = new TestSession(TestSession.limits(false, 3));

        for (int i = 0; i < 10; i++) {
            full.session.offer(TestSession.message("/" + i % 2, "m" + i), null, policy);
        }
        long kept = full.session.queued().stream().mapToLong(Outbox::costOf).sum();

        assertThat(full.budget.bytes()).isEqualTo(kept);
    }

    @Test
    void manyThreadsLeaveNothingBehind() throws Exception {
        QueueBudget budget = new QueueBudget(-1);
        List<Outbox> boxes =
                IntStream.range(0, 4).mapToObj(i -> new Outbox(budget)).toList();
        List<BayeuxMessage> shared = IntStream.range(0, 100)
                .mapToObj(i -> TestSession.message("m" + i))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(boxes.size());
        Consumer<Outbox> useMuch = box -> {
            for (int i = 0; i < 20_000; i++) {
                box.append(shared.get(i % shared.size()));
                if (i % 7 == 0) {
                    budget.letGo(box.takeUpTo(1_000));
                }
                if (i % 3 == 0) {
                    box.removeOldest();
                }
            }
            budget.letGo(box.takeAll());
        };
        try {
            List<Callable<Boolean>> work = boxes.stream()
                    .map(box -> (Callable<Boolean>) () -> {
                        useMuch.accept(box);
                        return box.isEmpty();
                    })
                    .toList();
            for (Future<Boolean> end : threads.invokeAll(work)) {
                assertThat(end.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(budget.bytes()).isZero();
    }
}
