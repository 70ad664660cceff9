package org.bayeux.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A body that leaves as the client takes it, while no thread waits.
 *
 * <p>A client is given up if none of the body's pieces of 32 KiB has left for as long as {@link Patience} lasts, so one
 * that takes less than about 1 KiB per second counts as gone. How long the whole body takes has no limit.
 *
 * <p>The container lets us write by one call at a time, but a call may come while the one before is about to return, or within
 * it. {@code state} lets one of them write, so {@code sent} needs no lock; the timer only looks whether it has grown.
 *
 * <pre>
 *   IDLE --the container calls--> WRITING --it calls again--> CALLED_AGAIN --the buffers are full--> WRITING
 *                                    '--the buffers are full--> IDLE
 *   any of them --the body has left, a failure, the timer--> Settled
 * </pre>
 *
 * <p>The outcome is told while nobody writes: the response is completed then, and what is written to a completed response
 * may reach another client, since Payara uses its buffers for the next request.
 */
final class SlowAnswer implements WriteListener {

    private static final int PIECE = 32 * 1024;

    private final ServletOutputStream out;
    private final int length;

    /** Read by who writes. */
    private final InputStream body;

    private final Patience patience;
    private final Outcome outcome;
    private final AtomicReference<Object> state = new AtomicReference<>(Phase.IDLE);

    /** Written by the container's thread, read by the timer. */
    private volatile int sent;

    /** Written by {@link #start} and then by the timer, read by who settles; one that is missed ends by itself. */
    private volatile Patience.@Nullable Wait wait;

    SlowAnswer(ServletOutputStream out, Body body, Patience patience, Outcome outcome) {
        this.out = out;
        this.length = body.length();
        this.body = body.open();
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
        if (state.getAndUpdate(SlowAnswer::called) == Phase.IDLE) {
            write();
        }
    }

    private void write() throws IOException {
        Object before;
        do {
            try {
                writeWhilePossible();
            } catch (IOException | RuntimeException | Error e) {
                tell(state.getAndUpdate(it -> it instanceof Settled ? it : Phase.IDLE));
                throw e;
            }
            before = state.getAndUpdate(SlowAnswer::written);
        } while (before == Phase.CALLED_AGAIN);
        tell(before);
    }

    private void writeWhilePossible() throws IOException {
        while (!(state.get() instanceof Settled) && out.isReady()) {
            int from = sent;
            if (from == length) {
                // Ready again after the last piece: all of it has left the buffers.
                settle(null);
                return;
            }
            // A new array, since a container may keep it until it has left.
            byte[] piece = new byte[Math.min(PIECE, length - from)];
            int size = body.readNBytes(piece, 0, piece.length);
            out.write(piece, 0, size);
            sent = from + size;
        }
    }

    private static Object called(Object before) {
        if (before == Phase.IDLE) {
            return Phase.WRITING;
        }
        return before == Phase.WRITING ? Phase.CALLED_AGAIN : before;
    }

    private static Object written(Object before) {
        if (before == Phase.CALLED_AGAIN) {
            return Phase.WRITING;
        }
        return before == Phase.WRITING ? Phase.IDLE : before;
    }

    private void tell(Object before) {
        if (before instanceof Settled settled) {
            outcome.sent(settled.failure());
        }
    }

    @Override
    public void onError(Throwable failure) {
        settle(failure);
    }

    private void await() {
        int before = sent;
        wait = patience.begin(() -> waitedFor(before));
        if (state.get() instanceof Settled) {
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

    /** Who is writing tells the outcome, when it has finished. */
    private void settle(@Nullable Throwable failure) {
        Settled settled = new Settled(failure);
        Object before = state.getAndUpdate(it -> it instanceof Settled ? it : settled);
        if (before instanceof Phase phase) {
            endWait();
            if (phase == Phase.IDLE) {
                outcome.sent(failure);
            }
        }
    }

    private void endWait() {
        Patience.Wait running = wait;
        if (running != null) {
            running.end();
        }
    }

    private enum Phase {
        IDLE,
        WRITING,
        CALLED_AGAIN
    }

    /** The end, and what went wrong if anything did. */
    private record Settled(@Nullable Throwable failure) {}
}
