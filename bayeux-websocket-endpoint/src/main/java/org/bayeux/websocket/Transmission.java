package org.bayeux.websocket;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One frame under way. Containers complete a send before the call returns, or later on a thread of theirs; this tells
 * the two apart, so that a long row of frames is sent by a loop and not by recursion.
 *
 * <p>Thread-safe: {@code stage} is changed by the sending and by the completing thread, and the later one goes on.
 */
final class Transmission implements SendHandler {

    /** Who has the frame sent. */
    interface Owner {

        /**
         * Called when the frame has been sent or is lost.
         *
         * @param failure {@code null} if the frame was sent
         * @return false if that was known already
         */
        boolean settled(Transmission transmission, @Nullable Throwable failure);

        /** Called afterwards if the sending thread has left meanwhile. */
        void goOn();
    }

    private enum Stage {
        SENDING,
        LEFT,
        SENT
    }

    private final Frame frame;
    private final Owner owner;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.SENDING);

    Transmission(Frame frame, Owner owner) {
        this.frame = frame;
        this.owner = owner;
    }

    Frame frame() {
        return frame;
    }

    /** Sends the frame; returns whether it is settled already, so that the caller can go on with the next. */
    boolean run(TextSender sender) {
        try {
            sender.send(frame.text(), this);
        } catch (RuntimeException | Error e) {
            complete(e);
        }
        return !stage.compareAndSet(Stage.SENDING, Stage.LEFT);
    }

    @Override
    public void onResult(SendResult result) {
        complete(result.isOK() ? null : reason(result));
    }

    private void complete(@Nullable Throwable failure) {
        // Containers that fail may report that more than once.
        if (owner.settled(this, failure) && !stage.compareAndSet(Stage.SENDING, Stage.SENT)) {
            owner.goOn();
        }
    }

    private static Throwable reason(SendResult result) {
        Throwable failure = result.getException();
        return failure == null ? new IllegalStateException("The container did not send the frame") : failure;
    }
}
