package org.bayeux.http;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.bayeux.server.config.CookieConfig;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * The response of one HTTP request: takes one batch.
 *
 * <pre>
 *   RECEIVING --write--> READY --the receiving thread leaves the engine, and sends
 *       '--the receiving thread leaves the engine--> HELD --write--> a managed thread sends
 * </pre>
 *
 * <p>Sending may block the thread. So what comes while the request is being received is sent by the thread that receives
 * it, which has nobody else to serve; what comes later, such as the batch that a publisher has for a held connect, is
 * sent by a managed thread.
 *
 * <p>Thread-safe: {@code next} is null while RECEIVING; of write and leaving, one comes second and sees the other.
 */
final class HttpOutlet implements Outlet {

    private static final Batch HELD = new Batch(List.of(), null, Batch.Outcome.IGNORED);

    private final HttpExchange exchange;
    private final CookieConfig cookie;
    private final boolean overTls;
    private final @Nullable Callback callback;
    private final Executor executor;
    private final AtomicReference<@Nullable Batch> next = new AtomicReference<>();

    /**
     * Made for one request.
     *
     * @param callback who takes the messages; null if they are plain JSON
     */
    HttpOutlet(HttpExchange exchange, CookieConfig cookie, @Nullable Callback callback, Executor executor) {
        this.exchange = exchange;
        this.cookie = cookie;
        this.overTls = exchange.request().isSecure();
        this.callback = callback;
        this.executor = executor;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void write(Batch batch) {
        if (!exchange.take()) {
            batch.failed(new IllegalStateException("The request has been answered"));
        } else if (!next.compareAndSet(null, batch)) {
            executor.execute(() -> send(batch));
        }
    }

    /** Called by the receiving thread when it has left the engine. */
    void endOfReceiving() {
        if (next.get() == null) {
            // First, since whoever finds the request held may answer it at once.
            exchange.suspend();
            if (next.compareAndSet(null, HELD)) {
                return;
            }
        }
        Batch ready = next.get();
        if (ready != null) {
            send(ready);
        }
    }

    @Override
    public void close() {}

    private void send(Batch batch) {
        Answer answer;
        try {
            answer = Answer.of(batch, cookie, overTls, callback);
        } catch (RuntimeException | Error e) {
            HttpLog.requestFailed(e);
            exchange.send(Answer.of(Refused.byFailure()), failure -> batch.failed(e));
            return;
        }
        exchange.send(answer, failure -> settle(batch, failure));
    }

    private static void settle(Batch batch, @Nullable Throwable failure) {
        if (failure == null) {
            batch.delivered();
        } else {
            batch.failed(failure);
        }
    }
}
