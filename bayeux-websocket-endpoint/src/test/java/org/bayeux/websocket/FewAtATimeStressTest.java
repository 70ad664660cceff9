package org.bayeux.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.bayeux.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several callers add tasks, of which some hang, some fail and some are refused a thread, while time flies. */
@Tag("stress")
class FewAtATimeStressTest {

    private static final int ROUNDS = 1_000;
    private static final int CALLERS = 3;
    private static final int TASKS = 60;
    private static final int LANES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        // Tasks fail on purpose.
        thread.setUncaughtExceptionHandler((it, failure) -> {});
        return thread;
    });

    @AfterEach
    void stopThreads() throws InterruptedException {
        callers.shutdown();
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void everyTaskRunsOnceOrIsRefused() throws InterruptedException, ExecutionException {
        for (int round = 0; round < ROUNDS; round++) {
            Run run = new Run();

            run.runAll();

            for (int task = 0; task < TASKS; task++) {
                assertThat(run.runs.get(task))
                        .as("task %d of round %d", task, round)
                        .isEqualTo(1);
            }
            assertThat(run.lanesThatOpen()).as("lanes after round %d", round).isEqualTo(LANES);
        }
    }

    /** Tasks that hang do so until time has passed and all others have ended. */
    private final class Run {

        final AtomicIntegerArray runs = new AtomicIntegerArray(TASKS);

        private final ManualClock clock = new ManualClock();
        private final FewAtATime few = new FewAtATime(this::start, clock.timers(), clock.ticker(), LANES, PATIENCE);
        private final CountDownLatch others = new CountDownLatch(TASKS - hanging());
        private final CountDownLatch all = new CountDownLatch(TASKS);
        private final AtomicInteger lanes = new AtomicInteger();
        private final AtomicInteger mostLanes = new AtomicInteger();
        private final List<Runnable> kept = new ArrayList<>();
        private boolean over;

        void runAll() throws InterruptedException, ExecutionException {
            List<Future<?>> adding = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int first = caller;
                adding.add(callers.submit(() -> addFrom(first)));
            }
            while (all.getCount() > 0 || lanes.get() > 0) {
                clock.advance(PATIENCE);
                Thread.onSpinWait();
            }
            // The last of them may have found its place taken by then, and not have come back yet.
            for (Future<?> caller : adding) {
                caller.get();
            }
            assertThat(mostLanes.get()).isLessThanOrEqualTo(Lanes.MOST_STUCK + LANES);
        }

        private void addFrom(int first) {
            for (int task = first; task < TASKS; task += CALLERS) {
                int number = task;
                try {
                    few.execute(() -> run(number));
                } catch (RejectedExecutionException e) {
                    // As the callers of it do.
                    runs.incrementAndGet(number);
                    end(number);
                }
            }
        }

        private void run(int number) {
            runs.incrementAndGet(number);
            if (hangs(number)) {
                awaitOthers();
            }
            end(number);
            if (number % 11 == 0) {
                throw new IllegalStateException("on purpose");
            }
        }

        private void end(int number) {
            if (!hangs(number)) {
                others.countDown();
            }
            all.countDown();
        }

        private void awaitOthers() {
            try {
                assertThat(others.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private static boolean hangs(int number) {
            return number % 10 == 3;
        }

        private static int hanging() {
            return TASKS / 10;
        }

        private void start(Runnable lane) {
            if (over) {
                kept.add(lane);
                return;
            }
            if (ThreadLocalRandom.current().nextInt(8) == 0) {
                throw new RejectedExecutionException("on purpose");
            }
            mostLanes.accumulateAndGet(lanes.incrementAndGet(), Math::max);
            threads.execute(() -> {
                try {
                    lane.run();
                } finally {
                    lanes.decrementAndGet();
                }
            });
        }

        /** Neither more nor fewer than there were in the beginning. */
        int lanesThatOpen() {
            over = true;
            for (int i = 0; i < LANES + 2; i++) {
                few.execute(() -> {});
            }
            return kept.size();
        }
    }
}
