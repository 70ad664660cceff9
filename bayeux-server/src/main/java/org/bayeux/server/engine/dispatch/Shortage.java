package org.bayeux.server.engine.dispatch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.bayeux.server.spi.Ticker;

/**
 * A limit that concerns others than who reached it: when it refuses somebody, that is counted, and operators are warned
 * once a minute at most.
 *
 * <p>Thread-safe: of those who are refused at once, the one who sets the time of the next warning warns.
 */
final class Shortage {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final Ticker ticker;
    private final Runnable count;
    private final Runnable warning;
    private final AtomicLong nextWarning;

    Shortage(Ticker ticker, Runnable count, Runnable warning) {
        this.ticker = ticker;
        this.count = count;
        this.warning = warning;
        this.nextWarning = new AtomicLong(ticker.nanos());
    }

    /** The limit refuses somebody. */
    void refuses() {
        count.run();
        long now = ticker.nanos();
        long due = nextWarning.get();
        if (now - due >= 0 && nextWarning.compareAndSet(due, now + PAUSE)) {
            warning.run();
        }
    }
}
