package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Duration LENGTH = Duration.ofSeconds(1);

    private final ManualTime time = new ManualTime();
    private final AtomicInteger ends = new AtomicInteger();
    private final Deadline deadline = new Deadline(LENGTH, time.nanos());

    @Test
    void endsWhenItsTimeIsUp() {
        deadline.start(time, LENGTH, ends::incrementAndGet);

        time.pass(LENGTH);

        assertThat(ends).hasValue(1);
    }

    @Test
    void cancelledOneNeverEnds() {
        deadline.start(time, LENGTH, ends::incrementAndGet);

        deadline.cancel();

        assertThat(time.timersRunning()).isZero();
    }

    @Test
    void cancelledBeforeItsStartItNeverRuns() {
        deadline.cancel();

        deadline.start(time, LENGTH, ends::incrementAndGet);

        assertThat(time.timersRunning()).isZero();
    }

    @Test
    void startingAgainReplacesTheTimer() {
        deadline.start(time, LENGTH, ends::incrementAndGet);

        deadline.start(time, LENGTH, ends::incrementAndGet);

        assertThat(time.timersRunning()).isOne();
    }

    @Test
    void cancellingTwiceIsHarmless() {
        deadline.start(time, LENGTH, ends::incrementAndGet);
        deadline.cancel();

        deadline.cancel();

        assertThat(time.timersRunning()).isZero();
    }

    @Test
    void renewingMovesTheEndAwayFromNow() {
        time.pass(LENGTH.dividedBy(2));

        deadline.renew(time.nanos());

        assertThat(deadline.left(time.nanos())).isEqualTo(LENGTH);
    }

    @Test
    void passedEndLeavesNothing() {
        time.pass(LENGTH.multipliedBy(2));

        assertThat(deadline.left(time.nanos())).isEqualTo(LENGTH.negated());
    }

    @Test
    void endlessTimeIsVeryLong() {
        Deadline endless = new Deadline(Duration.ofMillis(Long.MAX_VALUE), time.nanos());

        assertThat(endless.left(time.nanos())).isGreaterThan(Duration.ofDays(365 * 50));
    }
}
