package org.bayeux.server.engine.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.bayeux.server.spi.Timers;
import org.bayeux.server.spi.Timers.Timer;

/**
 * A moment that a state waits for. The identity of this object tells a timer whether the state it was made for is still
 * the current one.
 *
 * <p>The end is guarded by the lock of the session. {@link #start} and {@link #cancel} are thread-safe and run without the
 * lock, so they may come in any order: a deadline cancelled before it is started never fires.
 */
@SuppressWarnings("serial")
final class Deadline extends AtomicReference<Timer> {

    private static final Timer CANCELLED = () -> {};

    /** What applications set as "for ever" must not overflow when it is added to the clock. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final long lengthNanos;
    private long endNanos;

    Deadline(Duration length, long nowNanos) {
        this.lengthNanos = nanosOf(length);
        this.endNanos = nowNanos + lengthNanos;
    }

    /** A length of time that can be added to the clock. */
    static long nanosOf(Duration length) {
        return (length.compareTo(LONGEST) < 0 ? length : LONGEST).toNanos();
    }

    /** Begins anew at the given time; a running timer notices when it fires. */
    void renew(long nowNanos) {
        endNanos = nowNanos + lengthNanos;
    }

    /** How long it is until the end; not positive when it has come. */
    Duration left(long nowNanos) {
        return Duration.ofNanos(endNanos - nowNanos);
    }

    /** Runs a timer for what is left, in place of the one that may still run. */
    void start(Timers timers, Duration left, Runnable onEnd) {
        Timer previous = get();
        if (previous == CANCELLED) {
            return;
        }
        Timer timer = timers.schedule(left, onEnd);
        if (!compareAndSet(previous, timer)) {
            timer.cancel();
        } else if (previous != null) {
            previous.cancel();
        }
    }

    /** Nothing runs any more, now or later. */
    void cancel() {
        Timer timer = getAndSet(CANCELLED);
        if (timer != null) {
            timer.cancel();
        }
    }
}
