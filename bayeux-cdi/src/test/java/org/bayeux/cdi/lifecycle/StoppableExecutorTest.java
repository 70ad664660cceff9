package org.bayeux.cdi.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StoppableExecutorTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<String> ran = new ArrayList<>();

    @Test
    void taskThatNoThreadHasTakenIsRunByWhoeverStops() {
        StoppableExecutor executor = new StoppableExecutor(waiting::add, LONG);
        executor.execute(() -> ran.add("first"));
        executor.execute(() -> ran.add("second"));

        executor.stop();

        assertThat(ran).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void taskIsRunOnce() {
        StoppableExecutor executor = new StoppableExecutor(waiting::add, LONG);
        executor.execute(() -> ran.add("before"));
        waiting.remove().run();
        executor.execute(() -> ran.add("while stopping"));
        executor.stop();
        waiting.remove().run();
        executor.stop();

        assertThat(ran).containsExactly("before", "while stopping");
    }

    @Test
    void stoppedExecutorRefuses() {
        StoppableExecutor executor = new StoppableExecutor(waiting::add, LONG);
        executor.stop();

        assertThatThrownBy(() -> executor.execute(() -> ran.add("late")))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(waiting).isEmpty();
        assertThat(ran).isEmpty();
    }

    @Test
    void refusalOfTheThreadsIsPassedOn() {
        StoppableExecutor executor = new StoppableExecutor(
                task -> {
                    throw new IllegalStateException("none left");
                },
                LONG);

        assertThatThrownBy(() -> executor.execute(() -> ran.add("refused")))
                .isInstanceOf(RejectedExecutionException.class)
                .hasRootCauseMessage("none left");
        executor.stop();
        assertThat(ran).isEmpty();
    }

    @Test
    void taskWaitsForAThreadWhileThePoolIsFull() {
        StoppableExecutor executor = new StoppableExecutor(poolOfOne(), LONG);
        executor.execute(() -> ran.add("first"));

        executor.execute(() -> ran.add("second"));
        executor.execute(() -> ran.add("third"));
        assertThat(ran).isEmpty();
        waiting.remove().run();

        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void taskThatWaitsForAFullPoolIsRunByWhoeverStops() {
        StoppableExecutor executor = new StoppableExecutor(poolOfOne(), LONG);
        executor.execute(() -> ran.add("first"));
        executor.execute(() -> ran.add("second"));

        executor.stop();
        waiting.remove().run();

        assertThat(ran).containsExactlyInAnyOrder("first", "second");
    }

    private Executor poolOfOne() {
        return task -> {
            if (!waiting.isEmpty()) {
                throw new RejectedExecutionException("full");
            }
            waiting.add(task);
        };
    }

    @Test
    void failedTaskKeepsNoOtherFromRunning() {
        StoppableExecutor executor = new StoppableExecutor(waiting::add, LONG);
        for (int i = 0; i < 3; i++) {
            executor.execute(() -> fail("on purpose"));
            executor.execute(() -> ran.add("well"));
        }

        executor.stop();

        assertThat(ran).containsExactly("well", "well", "well");
    }

    @Test
    void taskUnderWayIsWaitedFor() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            StoppableExecutor executor = new StoppableExecutor(threads, LONG);
            executor.execute(() -> {
                begun.countDown();
                await(stopping);
                ran.add("ended");
            });
            await(begun);
            executor.execute(stopping::countDown);

            executor.stop();

            assertThat(ran).containsExactly("ended");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void taskThatDoesNotEndIsWaitedForNoLongerThanPatienceLasts() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            StoppableExecutor executor = new StoppableExecutor(threads, Duration.ofMillis(1));
            executor.execute(() -> {
                begun.countDown();
                await(never);
                ran.add("ended");
            });
            await(begun);

            executor.stop();

            assertThat(ran).isEmpty();
        } finally {
            never.countDown();
            threads.shutdown();
        }
    }

    @Test
    void taskThatRacesStopIsRunOnceOrRefused() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        ExecutorService lost = Executors.newSingleThreadExecutor();
        try {
            for (int round = 0; round < 2_000; round++) {
                AtomicInteger runs = new AtomicInteger();
                AtomicInteger refusals = new AtomicInteger();
                // Odd rounds: the container drops what it has accepted.
                StoppableExecutor executor = new StoppableExecutor(round % 2 == 0 ? lost : task -> {}, LONG);
                CountDownLatch done = new CountDownLatch(2);
                threads.execute(() -> {
                    try {
                        executor.execute(runs::incrementAndGet);
                    } catch (RejectedExecutionException e) {
                        refusals.incrementAndGet();
                    }
                    done.countDown();
                });
                threads.execute(() -> {
                    executor.stop();
                    done.countDown();
                });
                await(done);
                assertThat(runs.get() + refusals.get()).as("round %d", round).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
            lost.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
