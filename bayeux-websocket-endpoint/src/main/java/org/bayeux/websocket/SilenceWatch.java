package org.bayeux.websocket;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.bayeux.server.spi.Timers;
import org.bayeux.server.spi.Timers.Timer;

/**
 * Notices that nothing has come by a socket for the time allowed, at the latest half as much later. A client whose
 * connect is held has nothing to send, however long the application lets it be held. Containers have a timer of their
 * own, but Payara's closes a fresh socket now and then if it is set while the socket opens.
 *
 * <p>Thread-safe: {@code heard} is set by the thread that receives and swapped by the timer; {@code quietChecks} is
 * confined to the timer; whoever swaps {@code timer} for {@code ENDED} makes sure that nothing runs any more.
 */
final class SilenceWatch {

    private static final Timer ENDED = () -> {};
    private static final int QUIET_CHECKS = 2;

    private final Timers timers;
    private final Duration period;
    private final BooleanSupplier held;
    private final Runnable onSilence;
    private final AtomicReference<Timer> timer = new AtomicReference<>(() -> {});
    private final AtomicBoolean heard = new AtomicBoolean();
    private int quietChecks;

    SilenceWatch(Timers timers, Duration allowed, BooleanSupplier held, Runnable onSilence) {
        this.timers = timers;
        this.period = allowed.dividedBy(QUIET_CHECKS);
        this.held = held;
        this.onSilence = onSilence;
    }

    void start() {
        Timer former = timer.get();
        if (former == ENDED) {
            return;
        }
        Timer next = timers.schedule(period, this::check);
        if (!timer.compareAndSet(former, next)) {
            next.cancel();
        }
    }

    /** Something has come. Writes only if that is news, since every message asks. */
    void heard() {
        if (!heard.get()) {
            heard.set(true);
        }
    }

    void end() {
        timer.getAndSet(ENDED).cancel();
    }

    private void check() {
        boolean isHeld = held.getAsBoolean();
        // What is held now may end right after this check: the next one counts from there.
        boolean quiet = !heard.getAndSet(isHeld) && !isHeld;
        quietChecks = quiet ? quietChecks + 1 : 0;
        if (quietChecks < QUIET_CHECKS) {
            start();
        } else {
            onSilence.run();
        }
    }
}
