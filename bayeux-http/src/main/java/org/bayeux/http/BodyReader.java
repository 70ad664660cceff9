package org.bayeux.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Reads bodies of limited length without holding a thread for a slow client: what is there is read at once, which is
 * nearly always all; otherwise the request is suspended and read as it comes.
 *
 * <p>The short body of a request by HTTP/2 follows its headers at once, so a few threads may wait for such. Payara needs
 * that: if a body is read by a listener over TLS, the container acknowledges the body while another thread answers, and now
 * and then a fresh connection breaks, since records leave in another order than they were encrypted in.
 *
 * <p>Thread-safe.
 */
final class BodyReader {

    /** So many threads at most wait for clients that are slow on purpose. */
    private static final int MOST_WAITING = 4;

    /** What a client may send before the server has acknowledged anything. */
    private static final int FIRST_WINDOW = 65_535;

    private final Semaphore mayWait = new Semaphore(MOST_WAITING);
    private final int limit;
    private final Executor executor;
    private final Patience patience;

    /**
     * Reads up to {@code limit} bytes.
     *
     * @param executor where bodies that came late are processed
     * @param patience how long a body may take to come, whatever its length
     */
    BodyReader(int limit, Executor executor, Patience patience) {
        this.limit = limit;
        this.executor = executor;
        this.patience = patience;
    }

    /** Who wants a body: exactly one of its methods is called, on any thread. They do not throw. */
    interface Receiver {

        void received(byte[] body);

        void refused(Refused reason);

        /** The body ended too early, or its framing is wrong: most likely nobody is there to read an answer. */
        void broken();
    }

    /** Hands the body to the receiver, on this thread if it is there already. */
    void read(HttpExchange exchange, Receiver receiver) {
        HttpServletRequest request = exchange.request();
        long length = request.getContentLengthLong();
        if (length > limit) {
            receiver.refused(Refused.tooLarge(limit));
            return;
        }
        byte[] body;
        try {
            ServletInputStream in = request.getInputStream();
            if (length >= 0 && in.available() >= length) {
                body = readAtOnce(in, (int) length);
            } else if (comesAtOnce(request, length) && mayWait.tryAcquire()) {
                body = waitFor(in, (int) length);
            } else {
                exchange.suspend();
                new SlowBody(in, limit, receiver, executor).start(patience);
                return;
            }
        } catch (IOException e) {
            receiver.broken();
            return;
        }
        receiver.received(body);
    }

    private static boolean comesAtOnce(HttpServletRequest request, long length) {
        return length >= 0 && length <= FIRST_WINDOW && request.getProtocol().startsWith("HTTP/2");
    }

    private byte[] waitFor(ServletInputStream in, int length) throws IOException {
        try {
            return readAtOnce(in, length);
        } finally {
            mayWait.release();
        }
    }

    private static byte[] readAtOnce(ServletInputStream in, int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return body;
    }
}
