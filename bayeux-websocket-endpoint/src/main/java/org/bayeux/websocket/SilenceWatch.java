package org.bayeux.websocket;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.bayeux.server.spi.Timers;
import org.bayeux.server.spi.Timers.Timer;

/**
 * Notices that nothing has come by a socket for the time allowed, at the latest half as much later. Containers have a
 * timer of their own, but Payara's closes a fresh socket now and then if it is set while the socket opens.
 *
 * <p>Thread-safe: {@code heard} is written by the thread that receives and taken by the timer; {@code quietChecks} is
 * confined to the timer; whoever swaps {@code timer} for {@code ENDED} makes sure that nothing runs any more.
 */
final class SilenceWatch {

    private static final Timer ENDED = () -> {};
    private static final int QUIET_CHECKS = 2;

    private final Timers timers;
    private final Duration period;
    private final Runnable onSilence;
    private final AtomicReference<Timer> timer = new AtomicReference<>(() -> {});
    private volatile boolean heard;
    private int quietChecks;

    SilenceWatch(Timers timers, Duration allowed, Runnable onSilence) {
        this.timers = timers;
        this.period = allowed.dividedBy(QUIET_CHECKS);
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
        if (!heard) {
            heard = true;
        }
    }

    void end() {
        timer.getAndSet(ENDED).cancel();
    }

    private void check() {
        quietChecks = heard ? 0 : quietChecks + 1;
        heard = false;
        if (quietChecks < QUIET_CHECKS) {
            start();
        } else {
            onSilence.run();
        }
    }
}
