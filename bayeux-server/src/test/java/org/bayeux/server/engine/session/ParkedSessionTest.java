package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayeux.server.engine.session.TestConnect.REPLY;
import static org.bayeux.server.engine.session.TestSession.A_MOMENT;
import static org.bayeux.server.engine.session.TestSession.MAX_INTERVAL;
import static org.bayeux.server.engine.session.TestSession.TIMEOUT;

import java.time.Duration;
import java.util.List;
import org.bayeux.server.engine.session.SessionState.Closed;
import org.bayeux.server.engine.session.SessionState.Parked;
import org.bayeux.server.engine.session.SessionState.StreamingIdle;
import org.bayeux.server.engine.session.SessionState.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows out of PARKED. */
class ParkedSessionTest {

    private final TestSession it = new TestSession();
    private final RecordingOutlet response = RecordingOutlet.response();
    private final RecordingOutlet socket = RecordingOutlet.socket();
    private TestConnect connect;

    @BeforeEach
    void connectIsHeld() {
        it.session.open();
        connect = it.connect(response);
    }

    @Test
    void messageIsSentWithTheReplyBehindIt() {
        it.offer("a");

        assertThat(response.batches()).containsExactly(List.of("a", REPLY));
        assertThat(connect.answers()).containsExactly(Release.NORMAL);
        assertThat(connect.freed()).isOne();
        assertThat(it.state()).isEqualTo(Waiting.class);
        assertThat(it.time.timersRunning()).as("the expiry only").isOne();
    }

    @Test
    void timeoutAnswersWithoutMessages() {
        it.time.pass(TIMEOUT);

        assertThat(response.batches()).containsExactly(List.of(REPLY));
        assertThat(connect.answers()).containsExactly(Release.TIMED_OUT);
        assertThat(connect.freed()).isOne();
        assertThat(it.state()).isEqualTo(Waiting.class);
    }

    @Test
    void nothingHappensBeforeTheTimeout() {
        it.time.pass(TIMEOUT.minus(A_MOMENT));

        assertThat(it.state()).isEqualTo(Parked.class);
        assertThat(response.batches()).isEmpty();
    }

    @Test
    void clientIsGivenUpIfItStaysAwayAfterTheTimeout() {
        it.time.pass(TIMEOUT.plus(MAX_INTERVAL).plus(A_MOMENT));

        assertThat(it.ends).containsExactly(CloseReason.EXPIRED);
    }

    @Test
    void lazyMessageWaitsForItsTime() {
        it.offerLazy("a", Duration.ofSeconds(2));

        it.time.pass(Duration.ofSeconds(2).minus(A_MOMENT));
        assertThat(response.batches()).isEmpty();

        it.time.pass(A_MOMENT);
        assertThat(response.batches()).containsExactly(List.of("a", REPLY));
    }

    @Test
    void lazyMessageLeavesWithTheTimeout() {
        it.offerLazy("a", TIMEOUT.multipliedBy(2));

        it.time.pass(TIMEOUT);

        assertThat(response.batches()).containsExactly(List.of("a", REPLY));
    }

    @Test
    void lazyMessageLeavesWithAnUrgentOneInTheirOrder() {
        it.offerLazy("a", Duration.ofSeconds(2));

        it.offer("b");

        assertThat(response.batches()).containsExactly(List.of("a", "b", REPLY));
    }

    @Test
    void newerConnectTakesThePlaceOfTheOlder() {
        RecordingOutlet second = RecordingOutlet.response();

        TestConnect newer = it.connect(second);

        assertThat(connect.answers()).containsExactly(Release.SUPERSEDED);
        assertThat(connect.freed()).isOne();
        assertThat(response.batches()).containsExactly(List.of(REPLY));
        assertThat(newer.answers()).isEmpty();
        assertThat(it.state()).isEqualTo(Parked.class);
        assertThat(it.time.timersRunning()).as("the timeout of the newer one").isOne();
    }

    @Test
    void timeoutCountsAnewForTheNewerConnect() {
        it.time.pass(TIMEOUT.minus(A_MOMENT));
        RecordingOutlet second = RecordingOutlet.response();
        it.connect(second);

        it.time.pass(TIMEOUT.minus(A_MOMENT));

        assertThat(second.batches()).isEmpty();
    }

    @Test
    void newerConnectWithoutHoldReleasesTheOlder() {
        it.connectWithoutHold(RecordingOutlet.response());

        assertThat(connect.answers()).containsExactly(Release.SUPERSEDED);
        assertThat(it.state()).isEqualTo(Waiting.class);
    }

    @Test
    void connectBySocketIsRefusedBeforeTheSocketIsAttached() {
        it.connect(socket);

        assertThat(it.state()).isEqualTo(Parked.class);
        assertThat(connect.answers()).isEmpty();
    }

    @Test
    void socketReleasesTheConnect() {
        it.session.attach(socket);

        assertThat(it.state()).isEqualTo(StreamingIdle.class);
        assertThat(connect.answers()).containsExactly(Release.SUPERSEDED);
        assertThat(connect.freed()).isOne();
        assertThat(it.time.timersRunning()).as("the expiry only").isOne();
    }

    @Test
    void lossOfAnUnknownSocketChangesNothing() {
        it.session.detach(socket);

        assertThat(it.state()).isEqualTo(Parked.class);
    }

    @Test
    void otherMessagesOfTheClientLeaveTheConnectHeld() {
        it.session.exchangeBegins(1, -1);
        it.session.exchangeEnds(0, -1);

        assertThat(it.state()).isEqualTo(Parked.class);
    }

    @Test
    void openBatchHoldsMessagesBackAndItsEndSendsThemTogether() {
        it.session.startBatch();
        it.offer("a");
        it.offer("b");
        assertThat(response.batches()).isEmpty();

        boolean outermost = it.session.endBatch();

        assertThat(outermost).isTrue();
        assertThat(response.batches()).containsExactly(List.of("a", "b", REPLY));
    }

    @Test
    void innerBatchSendsNothing() {
        it.session.startBatch();
        it.session.startBatch();
        it.offer("a");

        boolean outermost = it.session.endBatch();

        assertThat(outermost).isFalse();
        assertThat(response.batches()).isEmpty();
    }

    @Test
    void timeoutLeavesAnOpenBatchTogether() {
        it.session.startBatch();
        it.offer("a");

        it.time.pass(TIMEOUT);

        assertThat(response.batches()).containsExactly(List.of(REPLY));
        assertThat(it.queued()).containsExactly("a");
    }

    @Test
    void unmatchedEndOfABatchIsHarmless() {
        it.session.endBatch();

        it.session.startBatch();
        it.offer("a");

        assertThat(response.batches()).isEmpty();
    }

    @Test
    void failedResponseKeepsItsMessages() {
        response.slow();
        it.offer("a");
        it.offer("b");

        response.fail();

        assertThat(it.queued()).containsExactly("a", "b");
        assertThat(it.state()).isEqualTo(Waiting.class);
    }

    @Test
    void failedResponseWakesTheNextConnect() {
        response.slow();
        it.offer("a");
        RecordingOutlet second = RecordingOutlet.response();
        it.connect(second);

        response.fail();

        assertThat(second.batches()).containsExactly(List.of("a", REPLY));
    }

    @ParameterizedTest
    @EnumSource(value = CloseReason.class, names = "OVERFLOWED", mode = EnumSource.Mode.EXCLUDE)
    void closingAnswersWithAllThatWaits(CloseReason reason) {
        it.session.startBatch();
        it.offer("a");

        it.session.close(reason);

        assertThat(response.batches()).containsExactly(List.of("a", REPLY));
        assertThat(connect.answers()).containsExactly(Release.of(reason));
        assertThat(connect.freed()).isOne();
        assertThat(it.state()).isEqualTo(Closed.class);
        assertThat(it.ends).containsExactly(reason);
        assertThat(it.time.timersRunning()).isZero();
    }
}
