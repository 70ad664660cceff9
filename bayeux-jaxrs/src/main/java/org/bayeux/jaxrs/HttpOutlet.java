package org.bayeux.jaxrs;

import jakarta.ws.rs.container.AsyncResponse;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bayeux.server.config.CookieConfig;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * The response of one HTTP request: takes one batch.
 *
 * <p>Resuming writes on the calling thread and may block it. So a batch that comes while the request is being received,
 * on the thread that receives it, waits until that thread has left the engine; any other batch, such as the one a
 * publisher has for a held connect, is written on a managed thread.
 *
 * <p>Thread-safe: {@code answered} lets one batch through; the other fields that change are touched by the receiving
 * thread only.
 */
final class HttpOutlet implements Outlet {

    private final AsyncResponse response;
    private final HttpContext context;
    private final CookieConfig cookie;
    private final Executor executor;
    private final AtomicBoolean answered = new AtomicBoolean();

    /** The thread that made the outlet, until it has left the engine; others only see that it is not them. */
    private volatile @Nullable Thread receiving = Thread.currentThread();

    private @Nullable Batch ready;

    HttpOutlet(AsyncResponse response, HttpContext context, CookieConfig cookie, Executor executor) {
        this.response = response;
        this.context = context;
        this.cookie = cookie;
        this.executor = executor;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void write(Batch batch) {
        if (!answered.compareAndSet(false, true)) {
            batch.failed(new IllegalStateException("The request has been answered"));
        } else if (receiving == Thread.currentThread()) {
            ready = batch;
        } else {
            executor.execute(() -> send(batch));
        }
    }

    /** Called by the receiving thread when it has left the engine. */
    void endOfReceiving() {
        receiving = null;
        if (ready != null) {
            send(ready);
        }
    }

    @Override
    public void close() {}

    private void send(Batch batch) {
        Throwable failure = resume(batch);
        if (failure == null) {
            batch.delivered();
        } else {
            JaxrsLog.answerLost(failure);
            batch.failed(failure);
        }
    }

    /** What went wrong, if anything did. Some servers write what escapes from here into the response. */
    private @Nullable Throwable resume(Batch batch) {
        try {
            context.end();
            return response.resume(Answers.of(batch, cookie))
                    ? null
                    : new IllegalStateException("The request was no longer suspended");
        } catch (RuntimeException | Error e) {
            return e;
        }
    }
}
