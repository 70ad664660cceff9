package org.bayeux.server.spi;

import java.time.Duration;

/**
 * Runs something once after a while. Everything in the engine that waits, waits here.
 *
 * <p>Thread-safe. Tasks run on a thread that may run user code; a task may come late but never early.
 */
public interface Timers {

    /** Runs {@code task} once {@code delay} has passed, unless the returned timer is cancelled before. */
    Timer schedule(Duration delay, Runnable task);

    /** A task that has been scheduled. */
    @FunctionalInterface
    interface Timer {

        /** Does nothing if the task has already begun; a cancelled timer keeps nothing alive. */
        void cancel();
    }
}
