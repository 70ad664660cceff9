package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayeux.server.engine.session.TestSession.A_MOMENT;
import static org.bayeux.server.engine.session.TestSession.MAX_INTERVAL;

import java.time.Duration;
import java.util.List;
import org.bayeux.server.engine.session.SessionState.Closed;
import org.bayeux.server.engine.session.SessionState.Parked;
import org.bayeux.server.engine.session.SessionState.StreamingHeld;
import org.bayeux.server.engine.session.SessionState.StreamingIdle;
import org.bayeux.server.engine.session.SessionState.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows out of STREAMING IDLE. */
class StreamingIdleSessionTest {

    private final TestSession it = new TestSession();
    private final RecordingOutlet socket = RecordingOutlet.socket();
    private final RecordingOutlet other = RecordingOutlet.socket();

    @BeforeEach
    void socketIsAttached() {
        it.session.attach(socket);
    }

    @Test
    void messageLeavesAtOnce() {
        it.offer("a");

        assertThat(socket.batches()).containsExactly(List.of("a"));
        assertThat(it.state()).isEqualTo(StreamingIdle.class);
    }

    @Test
    void lazyMessageLeavesWhenItIsDue() {
        it.offerLazy("a", Duration.ofSeconds(1));

        it.time.pass(Duration.ofSeconds(1).minus(A_MOMENT));
        assertThat(socket.batches()).isEmpty();

        it.time.pass(A_MOMENT);
        assertThat(socket.batches()).containsExactly(List.of("a"));
    }

    @Test
    void connectIsHeld() {
        it.connect(socket);

        assertThat(it.state()).isEqualTo(StreamingHeld.class);
        assertThat(it.time.timersRunning()).as("its timeout only").isOne();
    }

    @Test
    void connectIsHeldAlthoughMessagesWaitSinceTheyNeedNoReply() {
        socket.slow();
        it.offer("a");
        it.offer("b");

        TestConnect connect = it.connect(socket);

        assertThat(it.state()).isEqualTo(StreamingHeld.class);
        assertThat(connect.answers()).isEmpty();
    }

    @Test
    void connectWithoutHoldStartsTheWaitAnew() {
        it.time.pass(MAX_INTERVAL.minus(A_MOMENT));

        boolean held = it.connectWithoutHold(socket);

        assertThat(held).isFalse();
        it.time.pass(MAX_INTERVAL.minus(A_MOMENT));
        assertThat(it.state()).isEqualTo(StreamingIdle.class);
        assertThat(it.time.timersRunning()).isOne();
    }

    @Test
    void connectByAnotherSocketIsRefused() {
        it.connect(other);

        assertThat(it.session.isAttachedTo(socket)).isTrue();
        assertThat(it.state()).isEqualTo(StreamingIdle.class);
    }

    @Test
    void connectByARequestEndsTheSocket() {
        it.connect(RecordingOutlet.response());

        assertThat(it.state()).isEqualTo(Parked.class);
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void sameSocketAgainChangesNothing() {
        it.session.attach(socket);

        assertThat(socket.isClosed()).isFalse();
        assertThat(it.time.timersRunning()).isOne();
    }

    @Test
    void otherSocketTakesTheSessionOver() {
        it.session.attach(other);
        it.offer("a");

        assertThat(socket.isClosed()).isTrue();
        assertThat(socket.messages()).isEmpty();
        assertThat(other.messages()).containsExactly("a");
        assertThat(it.time.timersRunning()).isOne();
    }

    @Test
    void lossOfTheSocketLetsTheSessionWait() {
        it.session.detach(socket);

        assertThat(it.state()).isEqualTo(Waiting.class);
        it.offer("a");
        assertThat(it.queued()).containsExactly("a");
        assertThat(it.time.timersRunning()).isOne();
    }

    @Test
    void lossOfAFormerSocketChangesNothing() {
        it.session.detach(other);

        assertThat(it.session.isAttachedTo(socket)).isTrue();
    }

    @Test
    void socketWithoutConnectsExpires() {
        it.time.pass(MAX_INTERVAL.plus(A_MOMENT));

        assertThat(it.ends).containsExactly(CloseReason.EXPIRED);
        assertThat(socket.isClosed())
                .as("its next connect is told to shake hands")
                .isFalse();
    }

    @Test
    void openBatchHoldsMessagesBack() {
        it.session.startBatch();
        it.offer("a");
        it.offer("b");
        assertThat(socket.batches()).isEmpty();

        it.session.endBatch();

        assertThat(socket.batches()).containsExactly(List.of("a", "b"));
    }

    @Test
    void messagesThatDidNotLeaveByAResponseLeaveByTheSocket() {
        it.session.putBack(List.of(TestSession.message("a")));

        assertThat(socket.messages()).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource(value = CloseReason.class, names = "OVERFLOWED", mode = EnumSource.Mode.EXCLUDE)
    void closingSendsWhatWaits(CloseReason reason) {
        it.session.startBatch();
        it.offer("a");

        it.session.close(reason);

        assertThat(socket.messages()).containsExactly("a");
        assertThat(socket.isClosed()).isEqualTo(reason == CloseReason.DISMISSED);
        assertThat(it.state()).isEqualTo(Closed.class);
        assertThat(it.ends).containsExactly(reason);
        assertThat(it.time.timersRunning()).isZero();
    }
}
