package org.bayeux.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A body that leaves as the client takes it, while no thread waits.
 *
 * <p>A client is given up if none of the body's pieces of 32 KiB has left for as long as {@link Patience} lasts, so one
 * that takes less than about 1 KiB per second counts as gone. How long the whole body takes has no limit.
 *
 * <p>The container calls its {@link WriteListener} by one thread at a time, so {@code sent} needs no lock; the timer only
 * looks whether it has grown. Which of the end of the body, a failure and the timer settles it, {@code settled} decides.
 * The timer does not wait for a thread that is just writing: the container then completes a response that is being written
 * to, whose client has taken nothing for long.
 */
final class SlowAnswer implements WriteListener {

    private static final int PIECE = 32 * 1024;

    private final ServletOutputStream out;
    private final byte[] body;
    private final Patience patience;
    private final Outcome outcome;
    private final AtomicBoolean settled = new AtomicBoolean();

    /** Written by the container's thread, read by the timer. */
    private volatile int sent;

    /** Written by {@link #start} and then by the timer, read by who settles; one that is missed ends by itself. */
    private volatile Patience.@Nullable Wait wait;

    SlowAnswer(ServletOutputStream out, byte[] body, Patience patience, Outcome outcome) {
        this.out = out;
        this.body = body;
        this.patience = patience;
        this.outcome = outcome;
    }

    /** Who wants to know how an answer fared. */
    @FunctionalInterface
    interface Outcome {

        /** Called once, on any thread, with what went wrong if anything did. */
        void sent(@Nullable Throwable failure);
    }

    void start() {
        await();
        try {
            out.setWriteListener(this);
        } catch (RuntimeException | Error e) {
            settle(e);
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        while (!settled.get() && out.isReady()) {
            int from = sent;
            if (from == body.length) {
                // Ready again after the last piece: all of it has left the buffers.
                settle(null);
                return;
            }
            int length = Math.min(PIECE, body.length - from);
            out.write(body, from, length);
            sent = from + length;
        }
    }

    @Override
    public void onError(Throwable failure) {
        settle(failure);
    }

    private void await() {
        int before = sent;
        wait = patience.begin(() -> waitedFor(before));
        if (settled.get()) {
            endWait();
        }
    }

    /** A client that takes a little from time to time is slow, not gone. */
    private void waitedFor(int before) {
        if (sent > before && !patience.isOver()) {
            await();
        } else {
            settle(new IOException("The client takes nothing"));
        }
    }

    private void settle(@Nullable Throwable failure) {
        if (settled.compareAndSet(false, true)) {
            endWait();
            outcome.sent(failure);
        }
    }

    private void endWait() {
        Patience.Wait running = wait;
        if (running != null) {
            running.end();
        }
    }
}
