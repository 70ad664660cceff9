package org.bayeux.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.Executor;

/**
 * Reads bodies of limited length without holding a thread for a slow client: what is there is read at once, which is
 * nearly always all; otherwise the request is suspended and read as it comes.
 *
 * <p>Immutable.
 */
final class BodyReader {

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
            if (length < 0 || in.available() < length) {
                exchange.suspend();
                new SlowBody(in, limit, receiver, executor).start(patience);
                return;
            }
            body = readAtOnce(in, (int) length);
        } catch (IOException e) {
            receiver.broken();
            return;
        }
        receiver.received(body);
    }

    private static byte[] readAtOnce(ServletInputStream in, int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return body;
    }
}
