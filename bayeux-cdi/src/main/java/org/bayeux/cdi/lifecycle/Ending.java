package org.bayeux.cdi.lifecycle;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The one end of something that several may want to end: the first does it, and for all others it is over when they go on.
 *
 * <p>Thread-safe: whoever swaps {@code first} ends; the others read it to see that they are not the same thread.
 */
final class Ending {

    private final AtomicReference<@Nullable Thread> first = new AtomicReference<>();
    private final CountDownLatch over = new CountDownLatch(1);

    /** Ends, or waits until it is over; returns at once if the thread that ends comes by again. */
    void run(Runnable end) {
        Thread me = Thread.currentThread();
        if (first.compareAndSet(null, me)) {
            try {
                end.run();
            } finally {
                over.countDown();
            }
        } else if (first.get() != me) {
            await();
        }
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
