package org.bayeux.server.engine.time;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.bayeux.server.spi.Timers.Timer;
import org.jspecify.annotations.Nullable;

/**
 * One timer of a wheel.
 *
 * <p>Thread-safe: the task is taken out once, by whoever fires or cancels first, so that a cancelled timer that still
 * stands in its slot keeps no session alive.
 */
@SuppressWarnings("serial")
final class WheelTimer extends AtomicReference<@Nullable Runnable> implements Timer {

    private final long dueTick;

    WheelTimer(long dueTick, Runnable task) {
        super(task);
        this.dueTick = dueTick;
    }

    long dueTick() {
        return dueTick;
    }

    boolean isCancelled() {
        return get() == null;
    }

    void runOn(Executor executor) {
        Runnable task = getAndSet(null);
        if (task != null) {
            executor.execute(task);
        }
    }

    @Override
    public void cancel() {
        set(null);
    }
}
