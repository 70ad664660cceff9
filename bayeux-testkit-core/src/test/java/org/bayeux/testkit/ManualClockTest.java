package org.bayeux.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.bayeux.server.spi.Timers.Timer;
import org.junit.jupiter.api.Test;

class ManualClockTest {

    private final ManualClock clock = new ManualClock();
    private final List<String> ran = new ArrayList<>();

    @Test
    void timersRunAtTheirMomentInOrder() {
        schedule(30, "late");
        schedule(10, "early");
        schedule(10, "early too");

        clock.advanceMillis(9);
        assertThat(ran).isEmpty();
        clock.advanceMillis(50);

        assertThat(ran).containsExactly("early at 10", "early too at 10", "late at 30");
        assertThat(clock.ticker().nanos()).isEqualTo(Duration.ofMillis(59).toNanos());
    }

    @Test
    void aTimerStartedByATimerRunsInTheSameTurn() {
        clock.timers().schedule(Duration.ofMillis(10), () -> schedule(5, "second"));

        clock.advanceMillis(20);

        assertThat(ran).containsExactly("second at 15");
    }

    @Test
    void aCancelledTimerDoesNotRun() {
        Timer timer = clock.timers().schedule(Duration.ofMillis(10), () -> ran.add("never"));
        assertThat(clock.waitingTimers()).isOne();

        timer.cancel();
        clock.advanceMillis(20);

        assertThat(ran).isEmpty();
        assertThat(clock.waitingTimers()).isZero();
    }

    @Test
    void sweepsRunAgainAndAgainUntilTheClockStops() {
        clock.start(Duration.ofMillis(10), () -> ran.add("sweep"));

        clock.advanceMillis(35);
        clock.stop();
        schedule(1, "too late");
        clock.advanceMillis(100);

        assertThat(ran).containsExactly("sweep", "sweep", "sweep");
    }

    @Test
    void tasksForAnotherThreadRunWhenTheClockCatchesUpOrIsTurned() {
        clock.executor().execute(() -> ran.add("first"));
        assertThat(ran).isEmpty();
        clock.catchUp();

        clock.timers().schedule(Duration.ofMillis(5), () -> clock.executor().execute(() -> schedule(1, "third")));
        clock.executor().execute(() -> ran.add("second"));
        clock.advanceMillis(10);

        assertThat(ran).containsExactly("first", "second", "third at 6");
    }

    @Test
    void aStoppedClockTakesNoTasks() {
        clock.stop();

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> clock.executor().execute(() -> ran.add("never")));
    }

    private void schedule(long millis, String name) {
        clock.timers()
                .schedule(
                        Duration.ofMillis(millis),
                        () -> ran.add(name + " at " + clock.ticker().nanos() / 1_000_000));
    }
}
