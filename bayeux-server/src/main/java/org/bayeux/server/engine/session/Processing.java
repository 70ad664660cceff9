package org.bayeux.server.engine.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bayeux.server.config.AbuseLimits;
import org.jspecify.annotations.Nullable;

/**
 * What the client has sent and is being processed or answered: a client whose messages take long, or that takes its answers
 * slowly, is not silent. Where that is configured processing may not take for ever, and no client send faster than allowed.
 *
 * <p>Not thread-safe: guarded by the lock of its session. Timers are started and cancelled by the given effects.
 */
final class Processing {

    private final Session session;
    private final SessionTime time;
    private int exchanges;

    /** Requests whose responses take along what comes meanwhile: by the held connect it could overtake them. */
    private int openResponses;

    /** Answers to held connects that leave by responses of their own. */
    private int answersLeaving;

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

    /** Takes back shares of messages that were admitted but not sent. */
    void givesBack(int unused, int perSecond) {
        if (perSecond > 0) {
            spentUntilNanos -= unused * (TimeUnit.SECONDS.toNanos(1) / perSecond);
        }
    }

    /** Whether the client cannot be expected to send anything now. */
    boolean isGoingOn() {
        return exchanges > 0 || openResponses > 0 || answersLeaving > 0;
    }

    boolean isResponding() {
        return openResponses > 0;
    }

    int responseBegins() {
        return ++openResponses;
    }

    int responseEnds() {
        return --openResponses;
    }

    int answerBegins() {
        return ++answersLeaving;
    }

    int answerEnds() {
        return --answersLeaving;
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
