package org.bayeux.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TaskTeamTest {

    private final Queue<Runnable> started = new ArrayDeque<>();
    private final List<String> ran = new ArrayList<>();
    private final TaskTeam team = new TaskTeam(started::add);

    @Test
    void oneThreadRunsAllThatWaitsWhenItBegins() {
        team.execute(() -> ran.add("a"));
        team.execute(() -> ran.add("b"));
        assertThat(started).hasSize(1);

        started.remove().run();

        assertThat(ran).containsExactly("a", "b");
    }

    @Test
    void anotherIsCalledBeforeATaskThatMayTakeItsTime() {
        team.execute(() -> ran.add("slow, help called: " + started.size()));
        team.execute(() -> ran.add("b"));

        started.remove().run();

        assertThat(ran).containsExactly("slow, help called: 1", "b");
    }

    @Test
    void helpThatComesTooLateDoesNoHarm() {
        team.execute(() -> ran.add("a"));
        team.execute(() -> ran.add("b"));
        started.remove().run();
        started.remove().run();

        team.execute(() -> ran.add("c"));
        started.remove().run();

        assertThat(ran).containsExactly("a", "b", "c");
    }

    @Test
    void callerRunsWhatNoThreadTakes() {
        TaskTeam alone = new TaskTeam(task -> {
            throw new RejectedExecutionException("stopped");
        });

        alone.execute(() -> ran.add("a"));
        alone.execute(() -> ran.add("b"));

        assertThat(ran).containsExactly("a", "b");
    }

    @Test
    void veryManyThatWaitAreRunByOneIfNoOtherCanBeHad() {
        TaskTeam alone = new TaskTeam(task -> {
            if (!started.isEmpty() || !ran.isEmpty()) {
                throw new RejectedExecutionException("full");
            }
            started.add(task);
        });
        for (int i = 0; i < 50_000; i++) {
            alone.execute(() -> ran.add("a"));
        }

        started.element().run();

        assertThat(ran).hasSize(50_000);
    }

    @Test
    void taskThatFailsKeepsNoOtherFromRunning() {
        team.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        team.execute(() -> ran.add("b"));

        assertThatThrownBy(() -> started.remove().run()).hasMessage("on purpose");
        started.remove().run();

        assertThat(ran).containsExactly("b");
    }

    @Test
    void allTasksRunWhereManyThreadsBringThem() throws InterruptedException {
        int tasks = 20_000;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        CountDownLatch done = new CountDownLatch(4 * tasks);
        TaskTeam busy = new TaskTeam(threads);
        try {
            for (int i = 0; i < 4; i++) {
                callers.execute(() -> {
                    for (int task = 0; task < tasks; task++) {
                        busy.execute(done::countDown);
                    }
                });
            }

            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            callers.shutdownNow();
            threads.shutdownNow();
        }
    }
}
