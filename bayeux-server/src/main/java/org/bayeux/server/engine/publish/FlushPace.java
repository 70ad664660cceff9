package org.bayeux.server.engine.publish;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.engine.time.TimerWheel;
import org.bayeux.server.spi.EngineClock;

/**
 * Keeps a busy server from sending very many frames with little in each: writing one costs far more than what it carries.
 * As long as few leave, each leaves at once. When more do, what is published waits for the next beat, and everything that
 * has come for a session by then leaves together. When few leave in a beat, they leave at once again.
 *
 * <p>Thread-safe. {@code crowded} is true exactly as long as a beat is to come; whoever lets a session wait looks at it
 * afterwards, so that none waits for a beat that does not come.
 */
public final class FlushPace {

    /** What leaves at once, however it is paced: less than a tenth of what a processor can do. */
    private static final int FREE_PER_SECOND = 8_000;

    /** How many sessions one thread lets go of. */
    private static final int A_THREADS_SHARE = 512;

    /** How late a beat may be before publishers do its work. */
    private static final Duration OVERDUE = Duration.ofMillis(500);

    private final EngineClock clock;
    private final Duration beat;
    private final int free;
    private final Queue<SessionHandle> waiting = new ConcurrentLinkedQueue<>();

    /** Never more than there are in the queue. */
    private final AtomicInteger countWaiting = new AtomicInteger();

    private final AtomicBoolean crowded = new AtomicBoolean();
    private volatile long beatDue;
    private final AtomicLong windowBegan;
    private final AtomicInteger leftInWindow = new AtomicInteger();

    /**
     * Makes one that lets everything leave at once until much leaves.
     *
     * @param beat how long messages may wait; zero: not at all
     */
    public FlushPace(EngineClock clock, Duration beat) {
        this.clock = clock;
        this.beat = beat;
        this.free = (int) Math.max(1, FREE_PER_SECOND * beat.toMillis() / 1000);
        this.windowBegan = new AtomicLong(clock.ticker().nanos());
    }

    /** Whether what is published now had better wait. If no thread has come for the beat, this one lets go of what waits. */
    boolean isCrowded() {
        if (!crowded.get()) {
            return false;
        }
        boolean overdue = clock.ticker().nanos() - beatDue - OVERDUE.toNanos() > 0;
        if (overdue) {
            release(new AtomicInteger(countWaiting.getAndSet(0)), true);
        }
        return !overdue;
    }

    /** What this session receives may wait for the next beat. */
    void hold(SessionHandle receiver) {
        if (receiver.session().startGathering()) {
            letWait(receiver);
        }
    }

    /** So many frames or responses leave without waiting. */
    void leaves(int count) {
        leftInWindow.addAndGet(count);
        if (!beat.isZero() && wasTooMuch() && beginsToCrowd()) {
            awaitBeat();
        }
    }

    private boolean beginsToCrowd() {
        boolean begins = !crowded.get();
        if (begins) {
            // Before anybody can find it overdue.
            beatDue = clock.ticker().nanos() + beat.toNanos();
        }
        return begins && crowded.compareAndSet(false, true);
    }

    /** Judged by a time that has passed, so that a single message to very many does not count, nor a clock that stands still. */
    private boolean wasTooMuch() {
        long now = clock.ticker().nanos();
        long began = windowBegan.get();
        double beats = (double) (now - began) / beat.toNanos();
        return beats >= 1 && windowBegan.compareAndSet(began, now) && leftInWindow.getAndSet(0) > free * beats;
    }

    /** A little early, since timers are late: so the next tick of the clock is met and not the one behind it. */
    private void awaitBeat() {
        Duration early = beat.minus(TimerWheel.RESOLUTION.dividedBy(2));
        beatDue = clock.ticker().nanos() + beat.toNanos();
        clock.timers().schedule(early.isNegative() ? Duration.ZERO : early, this::beat);
    }

    private void beat() {
        int count = countWaiting.getAndSet(0);
        boolean goesOn = count > free;
        try {
            letGo(count, !goesOn);
        } finally {
            if (goesOn) {
                awaitBeat();
            } else {
                crowded.set(false);
                letGo(countWaiting.getAndSet(0), true);
            }
        }
    }

    /** Others help if they come in time; this thread waits for none, since all may be busy. */
    private void letGo(int count, boolean all) {
        AtomicInteger left = new AtomicInteger(count);
        for (int i = A_THREADS_SHARE; i < count; i += A_THREADS_SHARE) {
            try {
                clock.executor().execute(() -> release(left, all));
            } catch (RejectedExecutionException e) {
                break;
            }
        }
        release(left, all);
    }

    /** One that fails, which is a bug, must not hold back the others. */
    private void release(AtomicInteger left, boolean all) {
        boolean done = false;
        try {
            while (left.getAndDecrement() > 0) {
                SessionHandle next = waiting.poll();
                if (next != null) {
                    release(next, all);
                }
            }
            done = true;
        } finally {
            if (!done) {
                release(left, all);
            }
        }
    }

    private void release(SessionHandle session, boolean all) {
        if (all) {
            session.session().endGathering();
        } else if (!session.session().gatheringBeat()) {
            letWait(session);
        }
    }

    private void letWait(SessionHandle session) {
        waiting.add(session);
        countWaiting.incrementAndGet();
        if (!crowded.get()) {
            letGo(countWaiting.getAndSet(0), true);
        }
    }
}
