package org.bayeux.server.engine;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bayeux.server.engine.time.TimerWheel;
import org.bayeux.server.spi.EngineClock;
import org.bayeux.server.spi.Ticker;
import org.bayeux.server.spi.Timers;

/**
 * Real time: two periodic tasks of a scheduler drive the timer wheel and the sweeps.
 *
 * <p>Thread-safe: the tasks are guarded by a lock, which is held only to start and cancel them.
 */
public final class ScheduledClock implements EngineClock {

    private static final Logger LOGGER = System.getLogger("org.bayeux.server");

    private final ReentrantLock lock = new ReentrantLock();
    private final Ticker ticker = Ticker.system();
    private final ScheduledExecutorService scheduler;
    private final Executor executor;
    private final TimerWheel wheel;

    @GuardedBy("lock")
    private final List<Future<?>> tasks = new ArrayList<>();

    /** Makes a clock that stands still; due timers and sweeps run on {@code executor}. */
    public ScheduledClock(ScheduledExecutorService scheduler, Executor executor) {
        this.scheduler = scheduler;
        this.executor = executor;
        this.wheel = new TimerWheel(ticker, executor);
    }

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public Ticker ticker() {
        return ticker;
    }

    @Override
    public Timers timers() {
        return wheel;
    }

    @Override
    public void start(Duration sweepPeriod, Runnable sweep) {
        SweepTask sweepTask = new SweepTask(executor, guarded(sweep));
        lock.lock();
        try {
            tasks.add(every(TimerWheel.RESOLUTION, guarded(wheel::tick)));
            tasks.add(every(sweepPeriod, guarded(sweepTask::trigger)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            tasks.forEach(task -> task.cancel(false));
            tasks.clear();
        } finally {
            lock.unlock();
        }
    }

    private Future<?> every(Duration period, Runnable task) {
        long nanos = period.toNanos();
        return scheduler.scheduleWithFixedDelay(task, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** Anything thrown would make the scheduler forget the task, and with it every timer of the server. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Throwable e) {
                LOGGER.log(Level.ERROR, "BYX-1201: a periodic task failed; it goes on", e);
            }
        };
    }
}
