package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayeux.server.engine.session.TestSession.A_MOMENT;
import static org.bayeux.server.engine.session.TestSession.MAX_INTERVAL;
import static org.bayeux.server.engine.session.TestSession.TIMEOUT;

import java.time.Duration;
import org.bayeux.server.engine.session.SessionState.Fresh;
import org.bayeux.server.engine.session.SessionState.Parked;
import org.bayeux.server.engine.session.SessionState.StreamingIdle;
import org.bayeux.server.engine.session.SessionState.Waiting;
import org.junit.jupiter.api.Test;

/** The arrows out of FRESH. */
class FreshSessionTest {

    private final TestSession it = new TestSession();
    private final RecordingOutlet response = RecordingOutlet.response();
    private final RecordingOutlet socket = RecordingOutlet.socket();

    @Test
    void handshakeThatWasNeverAcceptedHoldsNoTimer() {
        it.time.pass(TIMEOUT);

        assertThat(it.state()).isEqualTo(Fresh.class);
        assertThat(it.time.timersRunning()).isZero();
    }

    @Test
    void clientThatNeverConnectsExpires() {
        it.session.open();

        it.time.pass(MAX_INTERVAL.plus(A_MOMENT));

        assertThat(it.ends).containsExactly(CloseReason.EXPIRED);
        assertThat(it.time.timersRunning()).isZero();
    }

    @Test
    void openingTwiceKeepsOneTimer() {
        it.session.open();

        it.session.open();

        assertThat(it.time.timersRunning()).isOne();
    }

    @Test
    void firstConnectParksAndEndsTheWaitForIt() {
        it.session.open();

        it.connect(response);

        assertThat(it.state()).isEqualTo(Parked.class);
        assertThat(it.time.timersRunning()).as("its timeout only").isOne();
    }

    @Test
    void connectThatWantsItsAnswerAtOnceLeavesTheSessionWaiting() {
        boolean held = it.connectWithoutHold(response);

        assertThat(held).isFalse();
        assertThat(it.state()).isEqualTo(Waiting.class);
        assertThat(response.batches()).as("the caller answers").isEmpty();
    }

    @Test
    void connectIsNotHeldWhileMessagesWait() {
        it.offer("a");

        TestConnect connect = it.connect(response);

        assertThat(connect.answers()).isEmpty();
        assertThat(it.state()).isEqualTo(Waiting.class);
        assertThat(it.drain(true)).containsExactly("a");
    }

    @Test
    void connectBySocketIsRefusedBeforeTheSocketIsAttached() {
        TestConnect connect = it.connect(socket);

        assertThat(it.state()).isEqualTo(Fresh.class);
        assertThat(connect.answers()).isEmpty();
    }

    @Test
    void socketTakesTheSessionAndWhatWaits() {
        it.session.open();
        it.offer("a");

        it.session.attach(socket);

        assertThat(it.state()).isEqualTo(StreamingIdle.class);
        assertThat(socket.messages()).containsExactly("a");
        assertThat(it.time.timersRunning()).as("the wait for its connect").isOne();
    }

    @Test
    void clientInThisProcessNeverExpires() {
        it.session.attachLocal(socket);

        it.time.pass(Duration.ofDays(1));

        assertThat(it.state()).isEqualTo(StreamingIdle.class);
        assertThat(it.time.timersRunning()).isZero();
    }

    @Test
    void lossOfAnUnknownSocketChangesNothing() {
        it.session.detach(socket);

        assertThat(it.state()).isEqualTo(Fresh.class);
    }

    @Test
    void messagesWaitForTheClient() {
        it.offer("a");
        it.offerLazy("b", Duration.ZERO);

        assertThat(it.state()).isEqualTo(Fresh.class);
        assertThat(it.queued()).containsExactly("a", "b");
    }

    @Test
    void sessionIsNotReachedYet() {
        assertThat(it.session.isReached()).isFalse();
    }

    @Test
    void closingDropsWhatWaitsAndEveryTimer() {
        it.session.open();
        it.offer("a");

        boolean closed = it.session.close(CloseReason.REMOVED);

        assertThat(closed).isTrue();
        assertThat(it.ends).containsExactly(CloseReason.REMOVED);
        assertThat(it.queued()).isEmpty();
        assertThat(it.time.timersRunning()).isZero();
    }
}
