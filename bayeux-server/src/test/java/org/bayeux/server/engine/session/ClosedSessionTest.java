package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayeux.server.engine.session.TestSession.TIMEOUT;

import java.time.Duration;
import java.util.List;
import org.bayeux.server.engine.session.SessionState.Closed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No arrow leads out of CLOSED. */
class ClosedSessionTest {

    private final TestSession it = new TestSession();
    private final RecordingOutlet socket = RecordingOutlet.socket();

    @BeforeEach
    void sessionHasEnded() {
        it.session.open();
        it.session.close(CloseReason.REMOVED);
    }

    @AfterEach
    void nothingHasChanged() {
        it.time.pass(TIMEOUT.multipliedBy(2));
        assertThat(it.state()).isEqualTo(Closed.class);
        assertThat(it.ends).containsExactly(CloseReason.REMOVED);
        assertThat(it.time.timersRunning()).isZero();
        assertThat(socket.batches()).isEmpty();
        assertThat(it.queued()).isEmpty();
    }

    @Test
    void secondEndIsNoEnd() {
        boolean closed = it.session.close(CloseReason.EXPIRED);

        assertThat(closed).isFalse();
    }

    @Test
    void openingIsIgnored() {
        it.session.open();

        assertThat(it.time.timersRunning()).isZero();
    }

    @Test
    void messageIsRefused() {
        assertThat(it.offer("a")).isEqualTo(Offer.CLOSED);
        assertThat(it.offerLazy("b", Duration.ZERO)).isEqualTo(Offer.CLOSED);
    }

    @Test
    void connectIsRefused() {
        TestConnect connect = it.connect(RecordingOutlet.response());

        assertThat(connect.answers()).isEmpty();
        assertThat(connect.freed()).as("the caller gives it back").isZero();
    }

    @Test
    void connectWithoutHoldIsRefused() {
        assertThat(it.connectWithoutHold(RecordingOutlet.response())).isFalse();
    }

    @Test
    void socketIsNotAttached() {
        it.session.attach(socket);

        assertThat(it.session.isAttachedTo(socket)).isFalse();
    }

    @Test
    void clientInThisProcessIsNotAttached() {
        it.session.attachLocal(socket);

        assertThat(it.session.isAttachedTo(socket)).isFalse();
    }

    @Test
    void lossOfASocketIsIgnored() {
        it.session.detach(socket);

        assertThat(it.session.isReached()).isFalse();
    }

    @Test
    void nothingGoesBackIntoTheQueue() {
        it.session.putBack(List.of(TestSession.message("a")));

        assertThat(it.drain(true)).isEmpty();
    }

    @Test
    void exchangesAndBatchesMayStillEnd() {
        it.session.exchangeBegins(1, -1);
        it.session.exchangeEnds(0, -1);
        it.session.startBatch();

        assertThat(it.session.endBatch()).isTrue();
    }
}
