package org.bayeux.server.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayeux.server.engine.time.TimerWheel.RESOLUTION;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bayeux.server.spi.Timers.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimerWheelTest {

    private static final Duration TURN = RESOLUTION.multipliedBy(1024);

    private final List<String> fired = new ArrayList<>();
    private long now = 12_345;
    private Executor executor = Runnable::run;
    private final TimerWheel wheel = new TimerWheel(() -> now, task -> executor.execute(task));

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 19, 20, 21, 999, 20_460, 20_480, 20_500, 60_000, 3_600_000})
    void firesNeverEarlyAndAtMostTwoTicksLate(long millis) {
        Duration delay = Duration.ofMillis(millis);
        long start = now;
        wheel.schedule(delay, () -> fired.add("it"));

        while (fired.isEmpty()) {
            pass(RESOLUTION);
        }

        Duration taken = Duration.ofNanos(now - start);
        assertThat(taken).isGreaterThanOrEqualTo(delay);
        assertThat(taken).isLessThanOrEqualTo(delay.plus(RESOLUTION.multipliedBy(2)));
    }

    @Test
    void startedBetweenTicksItIsNotEarlyEither() {
        now += RESOLUTION.toNanos() - 1;
        wheel.schedule(RESOLUTION, () -> fired.add("it"));

        pass(RESOLUTION.minusNanos(1));

        assertThat(fired).isEmpty();
    }

    @Test
    void firesOnce() {
        wheel.schedule(RESOLUTION, () -> fired.add("it"));

        pass(TURN);
        pass(TURN);
        pass(TURN);

        assertThat(fired).containsExactly("it");
    }

    @Test
    void tickThatComesVeryLateFiresAllThatIsDue() {
        for (int i = 1; i < 100; i++) {
            wheel.schedule(TURN.multipliedBy(i).dividedBy(10), () -> fired.add("it"));
        }

        pass(TURN.multipliedBy(20));

        assertThat(fired).hasSize(99);
    }

    @Test
    void lateTickLeavesWhatIsNotDue() {
        wheel.schedule(TURN.multipliedBy(30), () -> fired.add("later"));
        pass(TURN.multipliedBy(20));
        assertThat(fired).isEmpty();

        pass(TURN.multipliedBy(11));

        assertThat(fired).containsExactly("later");
    }

    @Test
    void farTimerSurvivesEachVisitOfItsSlot() {
        wheel.schedule(TURN.multipliedBy(3), () -> fired.add("far"));

        for (int i = 0; i < 3 * 1024; i++) {
            pass(RESOLUTION);
        }
        assertThat(fired).isEmpty();

        pass(RESOLUTION);
        assertThat(fired).containsExactly("far");
    }

    @Test
    void timeWithoutEndNeverComes() {
        wheel.schedule(Duration.ofMillis(Long.MAX_VALUE), () -> fired.add("never"));

        pass(TURN.multipliedBy(1_000));

        assertThat(fired).isEmpty();
    }

    @Test
    void negativeDelayFiresAtTheNextTick() {
        wheel.schedule(Duration.ofSeconds(-1), () -> fired.add("it"));

        pass(RESOLUTION);

        assertThat(fired).containsExactly("it");
    }

    @Test
    void cancelledTimerNeverFires() {
        Timer timer = wheel.schedule(RESOLUTION, () -> fired.add("it"));

        timer.cancel();

        pass(TURN);
        assertThat(fired).isEmpty();
    }

    @Test
    void timerInItsSlotCanBeCancelled() {
        Timer timer = wheel.schedule(TURN.multipliedBy(2), () -> fired.add("it"));
        pass(TURN);

        timer.cancel();

        pass(TURN.multipliedBy(2));
        assertThat(fired).isEmpty();
    }

    @Test
    void timerThatWaitsForAThreadCanBeCancelled() {
        Queue<Runnable> handedOver = new ArrayDeque<>();
        executor = handedOver::add;
        Timer timer = wheel.schedule(RESOLUTION, () -> fired.add("it"));
        pass(RESOLUTION.multipliedBy(2));

        timer.cancel();

        handedOver.remove().run();
        assertThat(fired).isEmpty();
    }

    @Test
    void cancellingAfterwardsIsHarmless() {
        Timer timer = wheel.schedule(RESOLUTION, () -> fired.add("it"));
        pass(TURN);

        timer.cancel();

        assertThat(fired).containsExactly("it");
    }

    @Test
    void cancelledTimerKeepsItsTaskNoLonger() {
        Timer timer = wheel.schedule(TURN, () -> fired.add("it"));

        timer.cancel();

        assertThat(((WheelTimer) timer).isCancelled()).isTrue();
    }

    @Test
    void timerThatNoThreadTookIsTriedAgain() {
        executor = task -> {
            throw new RejectedExecutionException("all threads are busy");
        };
        wheel.schedule(RESOLUTION, () -> fired.add("a"));
        wheel.schedule(RESOLUTION, () -> fired.add("b"));
        pass(RESOLUTION.multipliedBy(2));
        assertThat(fired).isEmpty();

        executor = Runnable::run;

        pass(RESOLUTION);
        assertThat(fired).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void timerStartedByATimerFiresInItsOwnTime() {
        wheel.schedule(RESOLUTION, () -> wheel.schedule(RESOLUTION, () -> fired.add("second")));
        pass(RESOLUTION.multipliedBy(2));
        assertThat(fired).isEmpty();

        pass(RESOLUTION.multipliedBy(2));

        assertThat(fired).containsExactly("second");
    }

    @Test
    void clockMayBeginAnywhere() {
        now = Long.MAX_VALUE - RESOLUTION.toNanos();
        TimerWheel late = new TimerWheel(() -> now, Runnable::run);
        late.schedule(RESOLUTION, () -> fired.add("it"));

        now += RESOLUTION.multipliedBy(2).toNanos();
        late.tick();

        assertThat(fired).containsExactly("it");
    }

    private void pass(Duration time) {
        now += time.toNanos();
        wheel.tick();
    }
}
