package org.bayeux.server.engine.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bayeux.server.config.AbuseLimits;
import org.jspecify.annotations.Nullable;

/**
 * What the client has sent and is being processed: a client whose messages take long is not silent, but where that is
 * configured it may not take for ever, and it may not send faster than allowed.
 *
 * <p>Not thread-safe: guarded by the lock of its session. Timers are started and cancelled by the given effects.
 */
final class Processing {

    private final Session session;
    private final SessionTime time;
    private int exchanges;

    /** Until when the messages admitted so far would last if they came at the allowed rate. */
    private long spentUntilNanos;

    /** When it has taken too long; there while something is processed and there is such a limit. */
    private @Nullable Deadline end;

    Processing(Session session, SessionTime time) {
        this.session = session;
        this.time = time;
        this.spentUntilNanos = time.ticker().nanos();
    }

    /**
     * How many of these messages the client may send now.
     *
     * @param perSecond how many on an average; not positive: any number
     */
    int admitted(int messages, int perSecond, long nowNanos) {
        if (perSecond <= 0) {
            return messages;
        }
        long each = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long spent = Math.max(0, spentUntilNanos - nowNanos);
        int admitted = (int) Math.min(messages, (TimeUnit.SECONDS.toNanos(AbuseLimits.RATE_SECONDS) - spent) / each);
        spentUntilNanos = nowNanos + spent + admitted * each;
        return admitted;
    }

    boolean isGoingOn() {
        return exchanges > 0;
    }

    void begins(@Nullable Duration most, Effects effects) {
        if (exchanges++ == 0 && most != null) {
            Deadline deadline = new Deadline(most, time.ticker().nanos());
            end = deadline;
            effects.add(() -> deadline.start(time.timers(), most, () -> session.processedTooLong(deadline)));
        }
    }

    void ends(Effects effects) {
        Deadline deadline = end;
        if (--exchanges == 0 && deadline != null) {
            end = null;
            effects.add(deadline::cancel);
        }
    }

    /** Whether this deadline is the one for what is processed now. */
    boolean isLimitedBy(Deadline deadline) {
        return end == deadline;
    }
}
