package org.bayeux.testkit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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
    private final Queue<Runnable> errands = new ArrayDeque<>();

    @GuardedBy("lock")
    private long now;

    @GuardedBy("lock")
    private long started;

    @GuardedBy("lock")
    private boolean stopped;

    /** Makes a clock that stands still. */
    public ManualClock() {}

    /**
     * Lets time pass, with all that happens in it.
     *
     * @throws IllegalArgumentException if the time is negative: it does not go back
     */
    public void advance(Duration time) {
        turnUntil(() -> false, time);
    }

    /** Lets milliseconds pass, see {@link #advance}. */
    public void advanceMillis(long millis) {
        advance(Duration.ofMillis(millis));
    }

    /**
     * Lets time pass until something has happened, and not longer.
     *
     * @param limit after which the test fails
     * @throws AssertionError if it has not happened by then
     */
    public void advanceUntil(BooleanSupplier happened, Duration limit) {
        if (!turnUntil(happened, limit)) {
            throw new AssertionError("waited " + limit.toMillis() + " ms, and it has not happened");
        }
    }

    /** Runs what was given to the {@linkplain #executor() executor}, without letting time pass. */
    public void catchUp() {
        for (Runnable task = takeErrand(); task != null; task = takeErrand()) {
            task.run();
        }
    }

    /**
     * For what has to run on another thread elsewhere: keeps tasks until the clock {@linkplain #catchUp() catches up}, which
     * it does whenever it is turned, and whenever a client of it does or is asked something.
     */
    @Override
    public Executor executor() {
        return this::keep;
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
            errands.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it happened within the time, all of which has passed if not. */
    boolean turnUntil(BooleanSupplier happened, Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + limit);
        }
        long end = now() + limit.toNanos();
        catchUp();
        while (!happened.getAsBoolean()) {
            Task next = takeDue(end);
            if (next == null) {
                turnTo(end);
                return happened.getAsBoolean();
            }
            next.work().run();
            catchUp();
        }
        return true;
    }

    private void keep(Runnable task) {
        lock.lock();
        try {
            if (stopped) {
                throw new RejectedExecutionException("the clock has stopped");
            }
            errands.add(task);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Runnable takeErrand() {
        lock.lock();
        try {
            return errands.poll();
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
