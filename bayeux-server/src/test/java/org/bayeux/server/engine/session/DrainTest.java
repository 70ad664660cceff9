package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.server.engine.session.SessionState.Parked;
import org.junit.jupiter.api.Test;

/** Responses that leave anyway take waiting messages along. */
class DrainTest {

    private final TestSession it = new TestSession();

    @Test
    void anyResponseTakesWhatWaits() {
        it.offer("a");
        it.offerLazy("b", Duration.ofSeconds(1));

        assertThat(it.drain(false)).containsExactly("a", "b");
        assertThat(it.queued()).isEmpty();
    }

    @Test
    void nothingIsTakenTwice() {
        it.offer("a");
        it.drain(false);

        assertThat(it.drain(false)).isEmpty();
    }

    @Test
    void openBatchStaysTogether() {
        it.session.startBatch();
        it.offer("a");

        assertThat(it.drain(true)).isEmpty();
    }

    @Test
    void messagesBehindABatchOnASocketDoNotOvertakeIt() {
        it.session.attach(RecordingOutlet.socket().slow());
        it.offer("a");
        it.offer("b");

        assertThat(it.drain(true)).isEmpty();
    }

    @Test
    void connectIsHeldAgainAfterLazyMessagesLeft() {
        it.offerLazy("a", Duration.ofSeconds(1));
        it.drain(false);
        it.time.pass(Duration.ofSeconds(2));

        it.connect(RecordingOutlet.response());

        assertThat(it.state()).isEqualTo(Parked.class);
    }

    @Test
    void connectIsHeldAgainAfterAListenerTookLazyMessagesOut() {
        it.offerLazy("a", Duration.ofSeconds(1));
        it.session.discard(it.session.queued());
        it.time.pass(Duration.ofSeconds(2));

        it.connect(RecordingOutlet.response());

        assertThat(it.state()).isEqualTo(Parked.class);
    }

    @Test
    void connectIsAnsweredWhenALazyMessageIsOverdue() {
        it.offerLazy("a", Duration.ofSeconds(1));
        it.time.pass(Duration.ofSeconds(2));

        it.connect(RecordingOutlet.response());

        assertThat(it.state()).isNotEqualTo(Parked.class);
        assertThat(it.drain(true)).containsExactly("a");
    }

    @Test
    void sessionCountsMessagesThatWait() {
        it.offer("a");
        it.offer("b");

        assertThat(it.session.queueSize()).isEqualTo(2);
    }

    @Test
    void fullQueueRefusesUnlessItIsOverruled() {
        TestSession small = new TestSession(TestSession.limits(false, 1));
        small.offer("a");

        assertThat(small.offer("b")).isEqualTo(Offer.FULL);
        assertThat(small.session.offer(TestSession.message("c"), null, QueuePolicy.LISTENER))
                .isEqualTo(Offer.TAKEN);
        assertThat(small.queued()).isEqualTo(List.of("a", "c"));
    }
}
