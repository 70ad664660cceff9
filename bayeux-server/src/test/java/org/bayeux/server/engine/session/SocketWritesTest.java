package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayeux.server.engine.session.TestConnect.REPLY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.server.engine.session.SessionState.StreamingIdle;
import org.bayeux.server.engine.session.SessionState.Waiting;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Loss;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;
import org.junit.jupiter.api.Test;

/** Batches on their way to a socket. */
class SocketWritesTest {

    private final TestSession it = new TestSession();
    private final RecordingOutlet socket = RecordingOutlet.socket().slow();

    @Test
    void oneBatchIsUnderWayAtATime() {
        it.session.attach(socket);

        it.offer("a");
        it.offer("b");
        it.offer("c");

        assertThat(socket.batches()).containsExactly(List.of("a"));
    }

    @Test
    void whatCameMeanwhileLeavesTogether() {
        it.session.attach(socket);
        it.offer("a");
        it.offer("b");
        it.offer("c");

        socket.settle();

        assertThat(socket.batches()).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(it.queued()).isEmpty();
    }

    @Test
    void nothingIsWrittenWhenNothingCameMeanwhile() {
        it.session.attach(socket);
        it.offer("a");

        socket.settle();

        assertThat(socket.batches()).hasSize(1);
    }

    @Test
    void lazyMessageBehindABatchWaitsForItsTime() {
        it.session.attach(socket);
        it.offer("a");
        it.offerLazy("b", Duration.ofSeconds(1));

        socket.settle();
        assertThat(socket.messages()).containsExactly("a");

        it.time.pass(Duration.ofSeconds(1));
        assertThat(socket.messages()).containsExactly("a", "b");
    }

    @Test
    void messagesOfAnOpenBatchWaitAlthoughTheSocketIsFree() {
        it.session.attach(socket);
        it.offer("a");
        it.session.startBatch();
        it.offer("b");

        socket.settle();

        assertThat(socket.messages()).containsExactly("a");
    }

    @Test
    void failedWriteEndsTheSocketAndKeepsMessagesInOrder() {
        it.session.attach(socket);
        it.offer("a");
        it.offer("b");

        socket.fail();

        assertThat(socket.isClosed()).isTrue();
        assertThat(it.state()).isEqualTo(Waiting.class);
        assertThat(it.queued()).containsExactly("a", "b");
    }

    @Test
    void writeThatFailsAfterTheLossOfItsSocketKeepsMessagesInOrder() {
        it.session.attach(socket);
        it.offer("a");
        it.session.detach(socket);
        it.offer("b");

        socket.fail();

        assertThat(it.queued()).containsExactly("a", "b");
    }

    @Test
    void writeThatFailsAfterATakeOverLeavesByTheNewSocket() {
        it.session.attach(socket);
        it.offer("a");
        RecordingOutlet other = RecordingOutlet.socket();
        it.session.attach(other);

        socket.fail();

        assertThat(other.messages()).containsExactly("a");
        assertThat(it.session.isAttachedTo(other)).isTrue();
    }

    @Test
    void writeThatSucceedsAfterATakeOverIsNotRepeated() {
        it.session.attach(socket);
        it.offer("a");
        RecordingOutlet other = RecordingOutlet.socket();
        it.session.attach(other);

        socket.settle();

        assertThat(other.messages()).isEmpty();
        assertThat(it.queued()).isEmpty();
    }

    @Test
    void nothingOvertakesTheWriteOfTheOldSocket() {
        it.session.attach(socket);
        it.offer("a");
        it.session.detach(socket);
        RecordingOutlet other = RecordingOutlet.socket();
        it.session.attach(other);
        it.offer("b");
        assertThat(other.messages()).isEmpty();

        socket.fail();

        assertThat(other.messages()).containsExactly("a", "b");
    }

    @Test
    void connectByAResponseWaitsForTheWriteOfTheOldSocketToo() {
        it.session.attach(socket);
        it.offer("a");
        it.offer("b");
        RecordingOutlet response = RecordingOutlet.response();
        it.connect(response);
        assertThat(it.drain(true)).isEmpty();
        assertThat(response.messages()).isEmpty();

        socket.settle();

        assertThat(response.messages()).containsExactly("b", REPLY);
    }

    @Test
    void whatLeftOfAFailedBatchIsNotRepeated() {
        it.session.attach(socket);
        it.offer("a");
        it.offer("b");
        it.offer("c");
        socket.settle();

        socket.failAfter(1);

        assertThat(it.queued()).containsExactly("c");
    }

    @Test
    void lateSuccessOnTheOldSocketFreesTheNewOne() {
        it.session.attach(socket);
        it.offer("a");
        RecordingOutlet other = RecordingOutlet.socket().slow();
        it.session.attach(other);
        it.offer("b");
        it.offer("c");

        socket.settle();

        assertThat(other.batches()).containsExactly(List.of("b", "c"));
    }

    @Test
    void failureAfterTheEndIsIgnored() {
        it.session.attach(socket);
        it.offer("a");
        it.session.close(CloseReason.REMOVED);

        socket.fail();

        assertThat(it.queued()).isEmpty();
        assertThat(it.time.timersRunning()).isZero();
    }

    @Test
    void farewellFollowsTheBatchUnderWay() {
        it.session.attach(socket);
        it.offer("a");
        it.offer("b");

        it.session.close(CloseReason.DISMISSED);
        assertThat(socket.batches()).containsExactly(List.of("a"));
        assertThat(socket.isClosed()).isFalse();

        socket.settle();
        assertThat(socket.batches()).containsExactly(List.of("a"), List.of("b"));
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void heldConnectIsAnsweredBehindTheBatchUnderWay() {
        it.session.attach(socket);
        TestConnect connect = it.connect(socket);
        it.offer("a");

        it.session.close(CloseReason.REMOVED);
        assertThat(connect.freed()).as("its connection counts no longer").isOne();

        socket.settle();
        assertThat(socket.batches()).containsExactly(List.of("a"), List.of(REPLY));
        assertThat(connect.answers()).containsExactly(Release.GONE);
        assertThat(connect.freed()).isOne();
    }

    @Test
    void socketIsClosedAlthoughTheBatchUnderWayFails() {
        it.session.attach(socket);
        it.offer("a");
        it.session.close(CloseReason.DISMISSED);

        socket.fail();

        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void batchThatListenersEmptiedIsNotWritten() {
        Emptying session = new Emptying();

        session.session.attach(socket);
        session.offer("drop");
        session.offer("a");

        assertThat(socket.messages()).containsExactly("a");
    }

    @Test
    void failedBatchGoesBackAsListenersLeftIt() {
        Emptying session = new Emptying();
        session.session.attach(socket);
        session.session.startBatch();
        session.offer("drop");
        session.offer("a");
        session.session.endBatch();

        socket.fail();

        assertThat(TestSession.idsOf(session.session.queued())).containsExactly("a");
    }

    @Test
    void messagesOfAFailedResponseGoBackAsListenersLeftThem() {
        Emptying session = new Emptying();
        RecordingOutlet response = RecordingOutlet.response().slow();
        session.session.connect(new TestConnect(TestSession.MESSAGES).request(response, TestSession.TIMEOUT));
        session.session.startBatch();
        session.offer("drop");
        session.offer("a");
        session.session.endBatch();

        response.fail();

        assertThat(TestSession.idsOf(session.session.queued())).containsExactly("a");
    }

    @Test
    void fastOutletDoesNotNestCalls() {
        Answering outlet = new Answering();
        it.session.attach(outlet);

        it.offer("0");
        assertThat(outlet.written).as("the caller is let go").isEqualTo(StreamWrite.MOST_IN_A_ROW);
        it.time.pass(Duration.ZERO);

        assertThat(outlet.written).isEqualTo(Answering.ENOUGH);
        assertThat(it.state()).isEqualTo(StreamingIdle.class);
    }

    /** A session whose listeners let nothing through that is called {@code drop}. */
    private static final class Emptying implements SessionEvents {

        private final ManualTime time = new ManualTime();
        private final Session session = new Session(
                new SessionTime(time, time, time), new QueueBudget(-1), this, TestSession.limits(false, -1));

        void offer(String id) {
            session.offer(TestSession.message(id), null, null);
        }

        @Override
        public void settled(int messages, Throwable failure) {}

        @Override
        public void flushed(List<BayeuxMessage> messages) {}

        @Override
        public void lost(int messages, Loss why) {}

        @Override
        public Runnable reachable(boolean again) {
            return () -> {};
        }

        @Override
        public List<BayeuxMessage> leaving(List<BayeuxMessage> messages) {
            List<BayeuxMessage> leaving = new ArrayList<>(messages);
            leaving.removeIf(message -> "drop".equals(message.getId()));
            return leaving;
        }

        @Override
        public void closed(CloseReason reason) {
            throw new IllegalStateException("it is not closed");
        }
    }

    /** Each batch that it takes makes the next message, as an application does that answers at once. */
    private final class Answering implements Outlet {

        private static final int ENOUGH = 20_000;

        private int written;

        @Override
        public boolean isStreaming() {
            return true;
        }

        @Override
        public void write(Batch batch) {
            written++;
            if (written < ENOUGH) {
                it.offer(Integer.toString(written));
            }
            batch.delivered();
        }

        @Override
        public void close() {
            throw new IllegalStateException("it is not closed");
        }
    }
}
