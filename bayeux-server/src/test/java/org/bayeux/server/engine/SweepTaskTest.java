package org.bayeux.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SweepTaskTest {

    private final Queue<Runnable> accepted = new ArrayDeque<>();
    private boolean busy;
    private int sweeps;
    private final SweepTask task = new SweepTask(this::execute, () -> sweeps++);

    @Test
    void sweepThatWasRejectedIsTriedAgain() {
        busy = true;
        assertThatThrownBy(task::trigger).isInstanceOf(RejectedExecutionException.class);
        busy = false;

        task.trigger();
        accepted.remove().run();

        assertThat(sweeps).isOne();
    }

    @Test
    void sweepsDoNotOverlap() {
        task.trigger();
        task.trigger();

        assertThat(accepted).hasSize(1);
    }

    @Test
    void sweepThatFailedIsFollowedByOthers() {
        SweepTask failing = new SweepTask(this::execute, () -> {
            throw new IllegalStateException("broken on purpose");
        });
        failing.trigger();
        assertThatThrownBy(accepted.remove()::run).hasMessage("broken on purpose");

        failing.trigger();

        assertThat(accepted).hasSize(1);
    }

    private void execute(Runnable sweep) {
        if (busy) {
            throw new RejectedExecutionException();
        }
        accepted.add(sweep);
    }
}
