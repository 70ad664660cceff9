package org.bayeux.server.spi;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** Time as a server experiences it: what drives its timers and its sweeps. Thread-safe. */
public interface EngineClock {

    /** What time it is. */
    Ticker ticker();

    /** The time of day and date, for what people and other systems have agreed upon; may jump. */
    default InstantSource instants() {
        return InstantSource.system();
    }

    /** How to wait. */
    Timers timers();

    /** Threads for what may not run on the one that caused it. */
    Executor executor();

    /** Lets time pass: timers fire, and {@code sweep} runs again and again, never twice at once. */
    void start(Duration sweepPeriod, Runnable sweep);

    /** Stops time for good; nothing fires afterwards. */
    void stop();
}
