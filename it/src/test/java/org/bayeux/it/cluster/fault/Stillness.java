package org.bayeux.it.cluster.fault;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Notices that this process stood still, as when the whole machine does: what is seen then is no fault of a node. */
final class Stillness implements AutoCloseable {

    private static final long BEAT_MILLIS = 50;
    private static final long TOO_LONG = Duration.ofSeconds(1).toNanos();

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private long last = System.nanoTime();
    private volatile boolean disturbed;

    Stillness() {
        executor.scheduleWithFixedDelay(this::watch, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    boolean wasDisturbed() {
        return disturbed;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void watch() {
        long now = System.nanoTime();
        disturbed |= now - last > TOO_LONG;
        last = now;
    }
}
