package org.bayeux.it.cluster.fault;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Notices that this process stood still, as when the whole machine does: what is seen then is no fault of a node. */
final class Stillness implements AutoCloseable {

    private static final long BEAT = Duration.ofMillis(50).toNanos();
    private static final long TOO_LONG = Duration.ofSeconds(1).toNanos();

    private volatile boolean over;
    private volatile boolean disturbed;

    Stillness() {
        Thread thread = new Thread(this::watch);
        thread.setDaemon(true);
        thread.start();
    }

    boolean wasDisturbed() {
        return disturbed;
    }

    @Override
    public void close() {
        over = true;
    }

    private void watch() {
        long last = System.nanoTime();
        while (!over) {
            LockSupport.parkNanos(BEAT);
            long now = System.nanoTime();
            disturbed |= now - last > TOO_LONG;
            last = now;
        }
    }
}
