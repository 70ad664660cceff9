package org.bayeux.testkit;

import java.io.IOException;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Outlet;

/** Where the answers to one request, or of one socket, come out. Confined to the test, as its client is. */
final class ClientOutlet implements Outlet {

    private final boolean streaming;
    private final Arrivals arrivals;
    private boolean closed;
    private boolean answered;

    ClientOutlet(boolean streaming, Arrivals arrivals) {
        this.streaming = streaming;
        this.arrivals = arrivals;
    }

    @Override
    public boolean isStreaming() {
        return streaming;
    }

    @Override
    public void write(Batch batch) {
        if (answered && !streaming) {
            throw new AssertionError("the server answers a request a second time: " + batch.text());
        }
        answered = true;
        if (closed) {
            batch.failed(new IOException("the connection is closed"));
        } else {
            arrivals.arrive(batch);
        }
    }

    @Override
    public void close() {
        closed = streaming;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isAnswered() {
        return answered;
    }

    /** The connection breaks. */
    void cut() {
        closed = true;
    }

    /** Who takes what comes out. */
    interface Arrivals {

        /** Takes a batch and settles it, now or later. */
        void arrive(Batch batch);
    }
}
