package org.bayeux.testkit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.bayeux.server.spi.EngineClock;
import org.bayeux.server.spi.Ticker;
import org.bayeux.server.spi.Timers;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only when a test says so. Timers and sweeps run on the thread that turns the clock, each at exactly its
 * moment, those of one moment in the order in which they were started.
 *
 * <p>Thread-safe; time is to be turned by one thread at a time.
 */
public final class ManualClock implements EngineClock {

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::number));

    @GuardedBy("lock")
    private long now;

    @GuardedBy("lock")
    private long started;

    @GuardedBy("lock")
    private boolean stopped;

    /** Makes a clock that stands still. */
    public ManualClock() {}

    /** Lets time pass, with all that happens in it. */
    public void advance(Duration time) {
        long end = now() + time.toNanos();
        for (Task next = takeDue(end); next != null; next = takeDue(end)) {
            next.work().run();
        }
        turnTo(end);
    }

    /** Lets milliseconds pass, see {@link #advance}. */
    public void advanceMillis(long millis) {
        advance(Duration.ofMillis(millis));
    }

    /** How many timers are waiting, without the sweeps and without those that were cancelled. */
    public int waitingTimers() {
        lock.lock();
        try {
            return (int) tasks.stream().filter(task -> !task.sweep()).count();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Ticker ticker() {
        return this::now;
    }

    /** Begins with 1970. */
    @Override
    public InstantSource instants() {
        return () -> Instant.EPOCH.plusNanos(now());
    }

    @Override
    public Timers timers() {
        return (delay, work) -> {
            Task task = add(delay, work, false);
            return () -> remove(task);
        };
    }

    @Override
    public void start(Duration sweepPeriod, Runnable sweep) {
        Runnable periodic = () -> {
            sweep.run();
            start(sweepPeriod, sweep);
        };
        add(sweepPeriod, periodic, true);
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            stopped = true;
            tasks.clear();
        } finally {
            lock.unlock();
        }
    }

    private long now() {
        lock.lock();
        try {
            return now;
        } finally {
            lock.unlock();
        }
    }

    private void turnTo(long time) {
        lock.lock();
        try {
            now = Math.max(now, time);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Task takeDue(long end) {
        lock.lock();
        try {
            Task next = tasks.peek();
            if (next == null || next.due() > end) {
                return null;
            }
            now = Math.max(now, next.due());
            return tasks.remove();
        } finally {
            lock.unlock();
        }
    }

    private Task add(Duration delay, Runnable work, boolean sweep) {
        lock.lock();
        try {
            Task task = new Task(now + Math.max(0, delay.toNanos()), started++, sweep, work);
            if (!stopped) {
                tasks.add(task);
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    private void remove(Task task) {
        lock.lock();
        try {
            tasks.remove(task);
        } finally {
            lock.unlock();
        }
    }

    /** Something that waits; the number makes each one different. */
    private record Task(long due, long number, boolean sweep, Runnable work) {}
}
