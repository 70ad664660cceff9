package org.bayeux.server.engine.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the client has sent and is being processed: a client whose messages take long is not silent, but where that is
 * configured it may not take for ever.
 *
 * <p>Not thread-safe: guarded by the lock of its session. Timers are started and cancelled by the given effects.
 */
final class Processing {

    private final Session session;
    private final SessionTime time;
    private int exchanges;

    /** When it has taken too long; there while something is processed and there is such a limit. */
    private @Nullable Deadline end;

    Processing(Session session, SessionTime time) {
        this.session = session;
        this.time = time;
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
