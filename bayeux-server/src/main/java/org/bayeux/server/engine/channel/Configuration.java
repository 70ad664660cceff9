package org.bayeux.server.engine.channel;

import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Whether a channel is configured yet. Others than the initializers wait for it, but not where that would be for ever:
 * initializers of several channels that ask for each other's are treated like those of one.
 *
 * <p>Thread-safe. Who waits notes that before looking whether it may, so of several that close a circle the last one sees
 * it.
 */
final class Configuration {

    private final CountDownLatch done = new CountDownLatch(1);
    private final ConcurrentMap<Thread, Configuration> awaited;

    /** Written by itself, read by those that find the channel; none once the channel is configured. */
    private volatile @Nullable Thread creator = Thread.currentThread();

    /** Written by the creator, read by those that find the channel. */
    private volatile boolean refused;

    /**
     * Begins on the thread that configures.
     *
     * @param awaited what each thread is waiting for; the same for all channels of a server
     */
    Configuration(ConcurrentMap<Thread, Configuration> awaited) {
        this.awaited = awaited;
    }

    /** Others may use the channel from now on. */
    void succeed() {
        done.countDown();
        creator = null;
    }

    /** The channel has never been one. */
    void refuse() {
        refused = true;
        done.countDown();
        creator = null;
    }

    boolean isRefused() {
        return refused;
    }

    boolean isDone() {
        return done.getCount() == 0;
    }

    /** Whether the calling thread may use the channel without waiting. */
    boolean isUsable() {
        return !refused && (isDone() || creator == Thread.currentThread());
    }

    /** Waits for the initializers, unless it is one of them that asks, or one that they wait for. */
    void await() {
        if (isDone()) {
            return;
        }
        Thread self = Thread.currentThread();
        awaited.put(self, this);
        try {
            if (!leadsTo(self)) {
                awaitUninterruptibly();
            }
        } finally {
            awaited.remove(self);
        }
    }

    private boolean leadsTo(Thread thread) {
        Configuration next = this;
        while (next != null && !next.isDone()) {
            Thread owner = next.creator;
            if (owner == thread) {
                return true;
            }
            next = owner == null ? null : awaited.get(owner);
        }
        return false;
    }

    private void awaitUninterruptibly() {
        boolean interrupted = false;
        while (!isDone()) {
            try {
                done.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
