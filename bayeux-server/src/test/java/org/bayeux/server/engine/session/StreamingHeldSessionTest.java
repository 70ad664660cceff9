package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayeux.server.engine.session.TestConnect.REPLY;
import static org.bayeux.server.engine.session.TestSession.MAX_INTERVAL;
import static org.bayeux.server.engine.session.TestSession.TIMEOUT;

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

/** The arrows out of STREAMING HELD. */
class StreamingHeldSessionTest {

    private final TestSession it = new TestSession();
    private final RecordingOutlet socket = RecordingOutlet.socket();
    private TestConnect connect;

    @BeforeEach
    void connectIsHeldOnASocket() {
        it.session.attach(socket);
        connect = it.connect(socket);
    }

    @Test
    void messageLeavesWithoutWakingTheConnect() {
        it.offer("a");

        assertThat(socket.batches()).containsExactly(List.of("a"));
        assertThat(connect.answers()).isEmpty();
        assertThat(it.state()).isEqualTo(StreamingHeld.class);
    }

    @Test
    void connectIsHeldOnThisSocketOnly() {
        assertThat(it.session.isHolding(socket)).isTrue();
        assertThat(it.session.isHolding(RecordingOutlet.socket())).isFalse();

        it.time.pass(TIMEOUT);

        assertThat(it.session.isHolding(socket)).isFalse();
    }

    @Test
    void timeoutAnswersTheConnect() {
        it.time.pass(TIMEOUT);

        assertThat(socket.batches()).containsExactly(List.of(REPLY));
        assertThat(connect.answers()).containsExactly(Release.TIMED_OUT);
        assertThat(connect.freed()).isOne();
        assertThat(it.state()).isEqualTo(StreamingIdle.class);
        assertThat(it.time.timersRunning()).as("the expiry only").isOne();
    }

    @Test
    void clientNeverExpiresWhileItsConnectIsHeld() {
        it.time.pass(TIMEOUT.minus(MAX_INTERVAL.dividedBy(10)));

        assertThat(it.state()).isEqualTo(StreamingHeld.class);
    }

    @Test
    void newerConnectTakesThePlaceOfTheOlder() {
        TestConnect newer = it.connect(socket);

        assertThat(connect.answers()).containsExactly(Release.SUPERSEDED);
        assertThat(connect.freed()).isOne();
        assertThat(newer.answers()).isEmpty();
        assertThat(it.state()).isEqualTo(StreamingHeld.class);
        assertThat(it.time.timersRunning()).isOne();
    }

    @Test
    void newerConnectWithoutHoldReleasesTheOlder() {
        it.connectWithoutHold(socket);

        assertThat(connect.answers()).containsExactly(Release.SUPERSEDED);
        assertThat(it.state()).isEqualTo(StreamingIdle.class);
    }

    @Test
    void connectByAnotherSocketIsRefused() {
        it.connect(RecordingOutlet.socket());

        assertThat(it.state()).isEqualTo(StreamingHeld.class);
        assertThat(connect.answers()).isEmpty();
    }

    @Test
    void connectByARequestReleasesTheOlderAndEndsTheSocket() {
        it.connect(RecordingOutlet.response());

        assertThat(it.state()).isEqualTo(Parked.class);
        assertThat(connect.answers()).containsExactly(Release.SUPERSEDED);
        assertThat(socket.isClosed()).isTrue();
        assertThat(it.time.timersRunning()).isOne();
    }

    @Test
    void sameSocketAgainChangesNothing() {
        it.session.attach(socket);

        assertThat(it.state()).isEqualTo(StreamingHeld.class);
        assertThat(socket.isClosed()).isFalse();
    }

    @Test
    void otherSocketTakesOverAndTheConnectIsForgotten() {
        RecordingOutlet other = RecordingOutlet.socket();

        it.session.attach(other);

        assertThat(it.state()).isEqualTo(StreamingIdle.class);
        assertThat(socket.isClosed()).isTrue();
        assertThat(connect.answers()).as("nobody is there to answer").isEmpty();
        assertThat(connect.freed()).isOne();
        assertThat(it.time.timersRunning()).as("the expiry only").isOne();
    }

    @Test
    void lossOfTheSocketForgetsTheConnect() {
        it.session.detach(socket);

        assertThat(it.state()).isEqualTo(Waiting.class);
        assertThat(connect.answers()).isEmpty();
        assertThat(connect.freed()).isOne();
        assertThat(it.time.timersRunning()).as("the expiry only").isOne();
    }

    @Test
    void lossOfAnUnknownSocketChangesNothing() {
        it.session.detach(RecordingOutlet.socket());

        assertThat(it.state()).isEqualTo(StreamingHeld.class);
    }

    @ParameterizedTest
    @EnumSource(value = CloseReason.class, names = "OVERFLOWED", mode = EnumSource.Mode.EXCLUDE)
    void closingAnswersTheConnectWithAllThatWaits(CloseReason reason) {
        it.session.startBatch();
        it.offer("a");

        it.session.close(reason);

        assertThat(socket.batches()).containsExactly(List.of("a", REPLY));
        assertThat(connect.answers()).containsExactly(Release.of(reason));
        assertThat(connect.freed()).isOne();
        assertThat(socket.isClosed()).isEqualTo(reason == CloseReason.DISMISSED);
        assertThat(it.state()).isEqualTo(Closed.class);
        assertThat(it.time.timersRunning()).isZero();
    }
}
