package org.bayeux.server.engine.time;

import java.util.concurrent.atomic.AtomicReference;
import org.bayeux.server.spi.Timers.Timer;
import org.jspecify.annotations.Nullable;

/**
 * One timer of a wheel.
 *
 * <p>Thread-safe: the task is taken out once, by whoever begins or cancels first, so that a cancelled timer never
 * begins, and keeps no session alive while it still stands in its slot.
 */
@SuppressWarnings("serial")
final class WheelTimer extends AtomicReference<@Nullable Runnable> implements Timer, Runnable {

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

    @Override
    public void run() {
        Runnable task = getAndSet(null);
        if (task != null) {
            task.run();
        }
    }

    @Override
    public void cancel() {
        set(null);
    }
}
