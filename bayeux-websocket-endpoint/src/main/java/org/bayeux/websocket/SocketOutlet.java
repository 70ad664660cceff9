package org.bayeux.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * The way out through one socket: a queue of frames, of which one at a time is sent. With more, some servers lose
 * frames without telling.
 *
 * <pre>
 *   OPEN --close()--> CLOSING --all sent--> CLOSED
 *    '-------end(), failed send, overflow------^
 * </pre>
 *
 * <p>Frames are sent on the thread that writes when the socket is idle, otherwise on the one that completes the frame
 * before: asynchronous sends of the containers do not wait for the client (measured on Payara with a client that does
 * not read). A thread that has sent many frames in a row hands over to a managed one, so a publisher is never kept.
 *
 * <p>Thread-safe: the lock guards queue and state, and is never held while sending, settling or closing.
 */
final class SocketOutlet implements Outlet, Transmission.Owner {

    /** Characters that may wait behind the frame in flight; a client that lets more wait is given up. */
    static final int MOST_WAITING = 4 * 1024 * 1024;

    private static final int MOST_IN_A_ROW = 32;

    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    private final TextSender sender;
    private final Closer closer;
    private final FrameSplitter splitter;
    private final Executor executor;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Deque<Frame> queue = new ArrayDeque<>();

    @GuardedBy("lock")
    private State state = State.OPEN;

    @GuardedBy("lock")
    private long waiting;

    /** Whether some thread sends, or will when the frame in flight is settled. */
    @GuardedBy("lock")
    private boolean sending;

    @GuardedBy("lock")
    private @Nullable Transmission inFlight;

    SocketOutlet(TextSender sender, Closer closer, FrameSplitter splitter, Executor executor) {
        this.sender = sender;
        this.closer = closer;
        this.splitter = splitter;
        this.executor = executor;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public void write(Batch batch) {
        List<Frame> frames;
        try {
            frames = splitter.split(batch);
        } catch (RuntimeException e) {
            batch.failed(e);
            return;
        }
        switch (enqueue(frames)) {
            case SEND -> sendWaiting();
            case LEAVE -> {}
            case REFUSE -> batch.failed(closed());
            case GIVE_UP -> {
                // The older ones first, so that all are kept in their order.
                giveUp(CloseCodes.TRY_AGAIN_LATER, "Too many messages wait", closed());
                batch.failed(closed());
            }
        }
    }

    private enum Next {
        SEND,
        LEAVE,
        REFUSE,
        GIVE_UP
    }

    private Next enqueue(List<Frame> frames) {
        lock.lock();
        try {
            if (state != State.OPEN) {
                return Next.REFUSE;
            }
            if (waiting > MOST_WAITING) {
                return Next.GIVE_UP;
            }
            for (Frame frame : frames) {
                queue.add(frame);
                waiting += frame.length();
            }
            if (sending) {
                return Next.LEAVE;
            }
            sending = true;
            return Next.SEND;
        } finally {
            lock.unlock();
        }
    }

    private void sendWaiting() {
        int inARow = 0;
        Transmission next = next();
        while (next != null && next.run(sender)) {
            if (++inARow == MOST_IN_A_ROW && handedOver()) {
                return;
            }
            next = next();
        }
    }

    private boolean handedOver() {
        try {
            executor.execute(this::sendWaiting);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** The next frame to send, if there is one; closes the socket after the last one of an outlet that is closed. */
    private @Nullable Transmission next() {
        boolean finished;
        lock.lock();
        try {
            Frame frame = queue.poll();
            if (frame != null) {
                waiting -= frame.length();
                inFlight = new Transmission(frame, this);
                return inFlight;
            }
            sending = false;
            finished = state == State.CLOSING;
            if (finished) {
                state = State.CLOSED;
            }
        } finally {
            lock.unlock();
        }
        if (finished) {
            closer.close(CloseCodes.NORMAL_CLOSURE, "");
        }
        return null;
    }

    @Override
    public boolean settled(Transmission transmission, @Nullable Throwable failure) {
        lock.lock();
        try {
            if (inFlight != transmission) {
                return false;
            }
            if (failure == null) {
                inFlight = null;
            }
        } finally {
            lock.unlock();
        }
        if (failure == null) {
            transmission.frame().delivered();
        } else {
            giveUp(CloseCodes.UNEXPECTED_CONDITION, "A message could not be sent", failure);
        }
        return true;
    }

    @Override
    public void goOn() {
        sendWaiting();
    }

    @Override
    public void close() {
        boolean idle;
        lock.lock();
        try {
            if (state != State.OPEN) {
                return;
            }
            idle = !sending;
            state = idle ? State.CLOSED : State.CLOSING;
        } finally {
            lock.unlock();
        }
        if (idle) {
            closer.close(CloseCodes.NORMAL_CLOSURE, "");
        }
    }

    @Override
    public void abandon() {
        giveUp(CloseCodes.NORMAL_CLOSURE, "", closed());
    }

    /** Fails all that has not been sent, since the socket is gone. */
    void end(Throwable cause) {
        Batch told = null;
        for (Frame frame : takeUnsent()) {
            if (frame.batch() != told) {
                told = frame.batch();
                frame.failed(cause);
            }
        }
    }

    private List<Frame> takeUnsent() {
        lock.lock();
        try {
            state = State.CLOSED;
            List<Frame> unsent = new ArrayList<>(queue.size() + 1);
            if (inFlight != null) {
                unsent.add(inFlight.frame());
                inFlight = null;
            }
            unsent.addAll(queue);
            queue.clear();
            waiting = 0;
            return unsent;
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(CloseCodes code, String reason, Throwable cause) {
        end(cause);
        closer.close(code, reason);
    }

    private static IOException closed() {
        return new IOException("The WebSocket is closed");
    }
}
