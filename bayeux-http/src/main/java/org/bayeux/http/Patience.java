package org.bayeux.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.server.spi.Timers;
import org.jspecify.annotations.Nullable;

/**
 * How long slow clients are waited for, in either direction. When the transport stops nobody is waited for any more, so
 * that no request keeps the web application.
 *
 * <p>Thread-safe: {@code over} is written once by whoever stops the transport, read by whoever would begin to wait.
 */
final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Timers timers;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    Patience(Timers timers) {
        this.timers = timers;
    }

    /** Waits for a client; runs {@code giveUp} if that lasts too long, on this thread if it is no time to wait. */
    Wait begin(Runnable giveUp) {
        Wait wait = new Wait(giveUp);
        waits.add(wait);
        wait.timer = timers.schedule(LIMIT, wait::giveUp);
        if (over) {
            wait.giveUp();
        }
        return wait;
    }

    /** Whether nobody is waited for any more. */
    boolean isOver() {
        return over;
    }

    /** Gives up all that is waited for, now and later. */
    void end() {
        over = true;
        waits.forEach(Wait::giveUp);
    }

    /** One client that is waited for. */
    final class Wait {

        private final Runnable giveUp;

        /** Written once it is scheduled; who sees none yet leaves a timer behind that does nothing. */
        private volatile Timers.@Nullable Timer timer;

        private Wait(Runnable giveUp) {
            this.giveUp = giveUp;
        }

        /** The client has done its part. */
        void end() {
            waits.remove(this);
            Timers.Timer running = timer;
            if (running != null) {
                running.cancel();
            }
        }

        private void giveUp() {
            if (waits.remove(this)) {
                giveUp.run();
            }
        }
    }
}
