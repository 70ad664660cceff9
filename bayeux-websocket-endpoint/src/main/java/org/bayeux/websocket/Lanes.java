package org.bayeux.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.bayeux.server.spi.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks wait, and which threads work on others: decides what {@link FewAtATime} does. Each thread is a lane:
 *
 * <pre>
 *   STARTING --next()--> BUSY --release()--> STUCK
 *       |                 | ^                  |
 *       |                 '-'next()            |
 *       '-----------------'---next(), end()----'--> ENDED
 * </pre>
 *
 * <p>Stuck lanes are not counted among the few, so that others take their place.
 *
 * <p>Thread-safe: the lock guards everything, and nothing is called under it. A lane that is not stuck ends only at a moment
 * when nothing waits, or when its start has failed or its task has failed or lasted too long.
 */
final class Lanes {

    /** What hangs for good must not take all threads one after another: with so many, the rest waits until one ends. */
    static final int MOST_STUCK = 64;

    private final Ticker ticker;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();

    /** Nanoseconds. */
    @GuardedBy("lock")
    private long patience;

    @GuardedBy("lock")
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    /** Those that start or are busy, {@code most} at most. */
    @GuardedBy("lock")
    private final List<Lane> counted = new ArrayList<>();

    @GuardedBy("lock")
    private int stuck;

    /** Whether somebody will call {@link #release}. */
    @GuardedBy("lock")
    private boolean watched;

    Lanes(Ticker ticker, int most, Duration patience) {
        this.ticker = ticker;
        this.most = most;
        this.patience = patience.toNanos();
    }

    /** Tasks have so long from now on, those under way included. */
    void limit(Duration time) {
        lock.lock();
        try {
            patience = time.toNanos();
        } finally {
            lock.unlock();
        }
    }

    void add(Runnable task) {
        lock.lock();
        try {
            waiting.add(task);
        } finally {
            lock.unlock();
        }
    }

    /** Whether the task has waited until now, and does no more. */
    boolean withdraw(Runnable task) {
        lock.lock();
        try {
            return waiting.remove(task);
        } finally {
            lock.unlock();
        }
    }

    /** A lane that is to be given a thread; {@code null} if none is needed or free. */
    @Nullable
    Lane open() {
        lock.lock();
        try {
            if (counted.size() == most || !areTooFew()) {
                return null;
            }
            Lane lane = new Lane();
            counted.add(lane);
            return lane;
        } finally {
            lock.unlock();
        }
    }

    /** The next task of a lane; {@code null} if it ends. */
    @Nullable
    Runnable next(Lane lane) {
        long now = ticker.nanos();
        lock.lock();
        try {
            // Who runs it may be the thread that stops the application, where no timer notices any more what hangs.
            boolean late = lane.state == State.STUCK || lane.busyFor(now) >= patience;
            Runnable task = late ? null : waiting.poll();
            if (task == null) {
                takeOut(lane);
            } else {
                lane.state = State.BUSY;
                lane.since = now;
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a lane, unless it has. */
    void end(Lane lane) {
        lock.lock();
        try {
            takeOut(lane);
        } finally {
            lock.unlock();
        }
    }

    /**
     * How long until it is worth while to {@link #release}; the caller will.
     *
     * @return {@code null} if that could help nobody, or somebody else will
     */
    @Nullable
    Duration watch() {
        long now = ticker.nanos();
        lock.lock();
        try {
            if (watched || stuck == MOST_STUCK || !areTooFew()) {
                return null;
            }
            watched = true;
            long longest = 0;
            for (Lane lane : counted) {
                longest = Math.max(longest, lane.busyFor(now));
            }
            return Duration.ofNanos(Math.max(0, patience - longest));
        } finally {
            lock.unlock();
        }
    }

    /** Counts lanes no more whose task has lasted too long, if others wait. */
    void release() {
        long now = ticker.nanos();
        lock.lock();
        try {
            watched = false;
            Iterator<Lane> lanes = counted.iterator();
            while (areTooFew() && stuck < MOST_STUCK && lanes.hasNext()) {
                Lane lane = lanes.next();
                if (lane.busyFor(now) >= patience) {
                    lanes.remove();
                    lane.state = State.STUCK;
                    stuck++;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether a task waits that no starting lane will take. */
    @GuardedBy("lock")
    private boolean areTooFew() {
        int starting = 0;
        for (Lane lane : counted) {
            starting += lane.state == State.STARTING ? 1 : 0;
        }
        return waiting.size() > starting;
    }

    @GuardedBy("lock")
    private void takeOut(Lane lane) {
        if (lane.state == State.STUCK) {
            stuck--;
        } else {
            counted.remove(lane);
        }
        lane.state = State.ENDED;
    }

    private enum State {
        STARTING,
        BUSY,
        STUCK,
        ENDED
    }

    /** One thread that runs tasks one after another; its fields are guarded by the lock of {@link Lanes}. */
    static final class Lane {

        private State state = State.STARTING;

        /** When the task began, if it is busy. */
        private long since;

        private Lane() {}

        /** Nanoseconds that its task has lasted. */
        private long busyFor(long now) {
            return state == State.BUSY ? now - since : 0;
        }
    }
}
