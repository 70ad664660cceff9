package org.bayeux.server.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Moves sweeps off the timer thread, since they tell listeners, and keeps them from overlapping.
 *
 * <p>Thread-safe: the flag is set by the trigger and cleared by the sweep that it started.
 */
final class SweepTask {

    private final Executor executor;
    private final Runnable sweep;
    private final AtomicBoolean running = new AtomicBoolean();

    SweepTask(Executor executor, Runnable sweep) {
        this.executor = executor;
        this.sweep = sweep;
    }

    void trigger() {
        if (running.compareAndSet(false, true)) {
            try {
                executor.execute(this::run);
            } catch (Throwable e) {
                // A sweep that no thread takes must not look like one that runs.
                running.set(false);
                throw e;
            }
        }
    }

    private void run() {
        try {
            sweep.run();
        } finally {
            running.set(false);
        }
    }
}
