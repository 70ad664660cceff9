package org.bayeux.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A body that comes in pieces: collects them and hands it over on another thread, so that the container's is free.
 *
 * <p>The container calls its {@link ReadListener} by one thread at a time, so {@code body} needs no lock; which of the
 * end of the body, a failure and the timeout settles it, {@code settled} decides.
 */
final class SlowBody implements ReadListener {

    private static final int PIECE = 8 * 1024;

    private final ServletInputStream in;
    private final int limit;
    private final BodyReader.Receiver receiver;
    private final Executor executor;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final AtomicBoolean settled = new AtomicBoolean();

    /** Written by {@link #start}, read by who settles; one that is missed ends by itself. */
    private volatile Patience.@Nullable Wait wait;

    SlowBody(ServletInputStream in, int limit, BodyReader.Receiver receiver, Executor executor) {
        this.in = in;
        this.limit = limit;
        this.receiver = receiver;
        this.executor = executor;
    }

    void start(Patience patience) {
        wait = patience.begin(() -> refuse(patience.isOver() ? Refused.notRunning() : Refused.slowBody()));
        if (!settled.get()) {
            in.setReadListener(this);
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] piece = new byte[PIECE];
        // At the end isReady() must not be asked: Payara would schedule one more callback, which fails if the request
        // has been answered before.
        while (!settled.get() && in.isReady()) {
            int length = in.read(piece);
            if (length > 0) {
                body.write(piece, 0, length);
            }
            if (body.size() > limit) {
                refuse(Refused.tooLarge(limit));
            } else if (length < 0 || in.isFinished()) {
                onAllDataRead();
            }
        }
    }

    @Override
    public void onAllDataRead() {
        settle(() -> receiver.received(body.toByteArray()));
    }

    @Override
    public void onError(Throwable failure) {
        settle(receiver::broken);
    }

    private void refuse(Refused reason) {
        settle(() -> receiver.refused(reason));
    }

    private void settle(Runnable outcome) {
        if (settled.compareAndSet(false, true)) {
            Patience.Wait running = wait;
            if (running != null) {
                running.end();
            }
            executor.execute(outcome);
        }
    }
}
