package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayeux.server.engine.session.TestSession.A_MOMENT;
import static org.bayeux.server.engine.session.TestSession.MAX_INTERVAL;

import java.time.Duration;
import java.util.List;
import org.bayeux.server.engine.session.SessionState.Parked;
import org.bayeux.server.engine.session.SessionState.StreamingIdle;
import org.bayeux.server.engine.session.SessionState.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The arrows out of WAITING. */
class WaitingSessionTest {

    private final TestSession it = new TestSession();
    private final RecordingOutlet response = RecordingOutlet.response();
    private final RecordingOutlet socket = RecordingOutlet.socket();

    @BeforeEach
    void firstConnectIsAnswered() {
        it.session.open();
        it.connectWithoutHold(RecordingOutlet.response());
    }

    @Test
    void nextConnectParks() {
        TestConnect connect = it.connect(response);

        assertThat(it.state()).isEqualTo(Parked.class);
        assertThat(connect.answers()).isEmpty();
        assertThat(it.time.timersRunning()).as("its timeout only").isOne();
    }

    @Test
    void connectWithoutHoldStartsTheWaitAnew() {
        it.time.pass(MAX_INTERVAL.minus(A_MOMENT));

        it.connectWithoutHold(response);

        assertThat(it.state()).isEqualTo(Waiting.class);
        it.time.pass(MAX_INTERVAL.minus(A_MOMENT));
        assertThat(it.ends).isEmpty();
        assertThat(it.time.timersRunning()).isOne();
    }

    @Test
    void connectBySocketIsRefusedBeforeTheSocketIsAttached() {
        it.connect(socket);

        assertThat(it.state()).isEqualTo(Waiting.class);
    }

    @Test
    void socketTakesWhatWaits() {
        it.offer("a");

        it.session.attach(socket);

        assertThat(it.state()).isEqualTo(StreamingIdle.class);
        assertThat(socket.messages()).containsExactly("a");
    }

    @Test
    void lossOfAnUnknownSocketChangesNothing() {
        it.session.detach(socket);

        assertThat(it.state()).isEqualTo(Waiting.class);
    }

    @Test
    void silentClientExpires() {
        it.time.pass(MAX_INTERVAL.plus(A_MOMENT));

        assertThat(it.ends).containsExactly(CloseReason.EXPIRED);
    }

    @Test
    void otherMessagesOfTheClientProlongItsLife() {
        it.time.pass(MAX_INTERVAL.minus(A_MOMENT));
        it.session.exchangeBegins(1, -1);
        it.session.exchangeEnds(0, -1);

        it.time.pass(MAX_INTERVAL.minus(A_MOMENT));

        assertThat(it.ends).isEmpty();
    }

    @Test
    void clientIsNotSilentWhileItsMessageIsProcessed() {
        it.session.exchangeBegins(1, -1);

        it.time.pass(MAX_INTERVAL.multipliedBy(5));

        assertThat(it.ends).isEmpty();
        assertThat(it.time.timersRunning()).isOne();
    }

    @Test
    void silenceCountsFromTheEndOfALongProcessing() {
        it.session.exchangeBegins(1, -1);
        it.time.pass(MAX_INTERVAL.multipliedBy(5));
        it.session.exchangeEnds(0, -1);

        it.time.pass(MAX_INTERVAL.minus(A_MOMENT));
        assertThat(it.ends).isEmpty();

        it.time.pass(A_MOMENT.multipliedBy(2));
        assertThat(it.ends).containsExactly(CloseReason.EXPIRED);
    }

    @Test
    void clientThatWasToldToPauseIsGivenThatMuchLonger() {
        Duration pause = Duration.ofSeconds(4);
        ConnectReply never = release -> {
            throw new IllegalStateException("it was not held");
        };

        it.session.connect(new ConnectRequest(response, Duration.ZERO, pause, never, () -> {}));

        it.time.pass(pause.plus(MAX_INTERVAL).minus(A_MOMENT));
        assertThat(it.ends).isEmpty();
        it.time.pass(A_MOMENT.multipliedBy(2));
        assertThat(it.ends).containsExactly(CloseReason.EXPIRED);
    }

    @Test
    void messagesWaitAndRunNoTimer() {
        it.offer("a");
        it.offerLazy("b", Duration.ofSeconds(1));

        assertThat(it.queued()).containsExactly("a", "b");
        assertThat(it.time.timersRunning()).as("the expiry only").isOne();
    }

    @Test
    void messagesThatDidNotLeaveGoBackBeforeLaterOnes() {
        it.offer("a");
        it.offer("b");
        var taken = it.session.drain(true);
        it.offer("c");

        it.session.putBack(taken);

        assertThat(it.queued()).containsExactly("a", "b", "c");
    }

    @Test
    void nothingGoesBackWhenNothingWasTaken() {
        it.session.putBack(List.of());

        assertThat(it.queued()).isEmpty();
    }

    @Test
    void sessionStaysReachedBetweenConnects() {
        assertThat(it.session.isReached()).isTrue();
    }

    @Test
    void closingDropsWhatWaits() {
        it.offer("a");

        it.session.close(CloseReason.DISCONNECTED);

        assertThat(it.ends).containsExactly(CloseReason.DISCONNECTED);
        assertThat(it.queued()).isEmpty();
        assertThat(it.time.timersRunning()).isZero();
    }
}
