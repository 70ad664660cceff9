package org.bayeux.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.bayeux.testkit.ManualClock;
import org.junit.jupiter.api.Test;

/** Tasks that hang are those that let time pass; what happens meanwhile happens on other threads. */
class FewAtATimeTest {

    private static final int LANES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ManualClock clock = new ManualClock();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();
    private boolean stopped;
    private final FewAtATime few = new FewAtATime(this::start, clock.timers(), clock.ticker(), LANES, PATIENCE);

    @Test
    void noMoreThreadsAreTakenThanThereAreLanes() {
        for (int i = 0; i < 5; i++) {
            add(i);
        }

        assertThat(threads).hasSize(2);
    }

    @Test
    void laneRunsWhatWaits() {
        for (int i = 0; i < 5; i++) {
            add(i);
        }

        threads.remove().run();

        assertThat(done).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void laneThatHasEndedIsOpenedAgain() {
        add(0);
        threads.remove().run();

        add(1);
        threads.remove().run();

        assertThat(done).containsExactly(0, 1);
    }

    @Test
    void refusedTaskIsTheCallersAgain() {
        stopped = true;

        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> add(0));
        stopped = false;
        add(1);
        threads.remove().run();

        assertThat(done).containsExactly(1);
    }

    @Test
    void tasksThatHaveLanesStartNoTimer() {
        add(0);
        add(1);

        assertThat(clock.waitingTimers()).isZero();
    }

    @Test
    void taskThatHangsWithNobodyBehindItStartsNoTimer() {
        whileHanging(LANES, () -> {
            clock.advance(PATIENCE.multipliedBy(3));

            assertThat(clock.waitingTimers()).isZero();
            assertThat(threads).isEmpty();
        });
    }

    @Test
    void taskWaitsAsLongAsThoseThatHangHaveTime() {
        whileHanging(LANES, () -> {
            add(1);

            clock.advance(PATIENCE.minusMillis(1));

            assertThat(threads).isEmpty();
        });
    }

    @Test
    void taskBehindThoseThatHangTooLongGetsANewLane() {
        whileHanging(LANES, () -> {
            add(1);

            clock.advance(PATIENCE);
            threads.remove().run();

            assertThat(done).containsExactly(1);
        });
    }

    @Test
    void oneLaneThatGoesOnIsEnough() {
        whileHanging(LANES - 1, () -> {
            for (int i = 0; i < 5; i++) {
                add(i);
            }
            threads.remove().run();

            assertThat(done).containsExactly(0, 1, 2, 3, 4);
            clock.advance(PATIENCE.multipliedBy(3));
            assertThat(clock.waitingTimers()).isZero();
        });
    }

    @Test
    void patienceCountsFromWhenTheTaskBegan() {
        few.execute(() -> {
            clock.advance(PATIENCE.dividedBy(2));
            whileHanging(LANES - 1, () -> {
                add(1);
                add(2);

                clock.advance(PATIENCE.dividedBy(2));
                assertThat(threads).hasSize(1);

                clock.advance(PATIENCE.dividedBy(2));
                assertThat(threads).hasSize(2);
            });
        });
        threads.remove().run();
    }

    @Test
    void tasksThatComeLaterDoNotWaitForWhatHasHungForLong() {
        whileHanging(LANES, () -> {
            clock.advance(PATIENCE.multipliedBy(5));

            add(1);
            clock.advance(Duration.ZERO);

            assertThat(threads).hasSize(1);
        });
    }

    @Test
    void threadThatHungTakesNoOtherTask() {
        whileHanging(LANES, () -> {
            add(1);
            clock.advance(PATIENCE);
        });

        assertThat(done).isEmpty();
        threads.remove().run();
        assertThat(done).containsExactly(1);
    }

    @Test
    void threadThatHungTakesNoOtherTaskThoughNobodyHasLooked() {
        whileHanging(LANES, () -> {
            clock.advance(PATIENCE);
            add(1);
        });

        assertThat(done).isEmpty();
        threads.remove().run();
        assertThat(done).containsExactly(1);
    }

    @Test
    void hurryingMakesWayAtOnceForThoseThatWait() {
        Duration less = PATIENCE.dividedBy(10);
        whileHanging(LANES, () -> {
            add(1);
            clock.advance(less);

            few.hurry(less);
            threads.remove().run();

            assertThat(done).containsExactly(1);
        });
    }

    @Test
    void hurryingLeavesLittleTimeToWhatHangsLater() {
        Duration less = PATIENCE.dividedBy(10);
        few.hurry(less);

        whileHanging(LANES, () -> {
            add(1);
            clock.advance(less);
            threads.remove().run();

            assertThat(done).containsExactly(1);
        });
    }

    @Test
    void lanesAreAsManyAsBeforeWhenThoseThatHungHaveEnded() {
        whileHanging(LANES, () -> {
            add(1);
            clock.advance(PATIENCE);
            threads.remove().run();
        });

        for (int i = 0; i < 5; i++) {
            add(i);
        }

        assertThat(threads).hasSize(LANES);
    }

    @Test
    void threadsThatMayHangAreLimited() {
        int most = Lanes.MOST_STUCK + LANES;
        whileHanging(most, () -> {
            add(1);
            clock.advance(PATIENCE.multipliedBy(3));

            assertThat(threads).isEmpty();
            assertThat(clock.waitingTimers()).isZero();
        });
    }

    @Test
    void whatWaitsAtTheLimitGoesOnWhenOneThatHungEnds() {
        whileHanging(Lanes.MOST_STUCK + LANES - 1, () -> {
            Runnable last = hang(() -> {
                add(1);
                clock.advance(PATIENCE);
            });

            last.run();
        });

        threads.forEach(Runnable::run);
        assertThat(done).containsExactly(1);
    }

    @Test
    void taskThatFailsKeepsNoOtherFromRunning() {
        few.execute(() -> {
            few.execute(() -> done.add(1));
            few.execute(() -> done.add(2));
            few.execute(() -> done.add(3));
            throw new IllegalStateException("on purpose");
        });

        Runnable first = threads.remove();
        assertThatIllegalStateException().isThrownBy(first::run);
        threads.remove().run();

        assertThat(done).containsExactly(1, 2, 3);
    }

    @Test
    void whatFindsNoThreadAfterAHangIsTriedAgain() {
        whileHanging(LANES, () -> {
            add(1);
            stopped = true;
            clock.advance(PATIENCE);
            stopped = false;

            clock.advance(PATIENCE);
            threads.remove().run();

            assertThat(done).containsExactly(1);
            assertThat(clock.waitingTimers()).isZero();
        });
    }

    private void add(int number) {
        few.execute(() -> done.add(number));
    }

    /** Runs {@code meanwhile} on top of as many tasks that end only afterwards. */
    private void whileHanging(int tasks, Runnable meanwhile) {
        if (tasks == 0) {
            meanwhile.run();
        } else {
            hang(() -> whileHanging(tasks - 1, meanwhile)).run();
        }
    }

    /** The thread of a task that lasts as long as {@code meanwhile}. */
    private Runnable hang(Runnable meanwhile) {
        few.execute(meanwhile);
        if (threads.isEmpty()) {
            clock.advance(PATIENCE);
        }
        return threads.remove();
    }

    private void start(Runnable lane) {
        if (stopped) {
            throw new RejectedExecutionException();
        }
        threads.add(lane);
    }
}
