package org.bayeux.jaxrs;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.AsyncResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Reads bodies of limited length without holding a thread for a slow client: what is there is read at once, which is
 * nearly always all; otherwise it is read as it comes.
 *
 * <p>Immutable.
 */
final class BodyReader {

    /** How long a body may take to come, whatever its length. */
    private static final long SLOWEST_SECONDS = 30;

    private final int limit;
    private final Executor executor;

    /**
     * Reads up to {@code limit} bytes.
     *
     * @param executor where bodies that came late are processed
     */
    BodyReader(int limit, Executor executor) {
        this.limit = limit;
        this.executor = executor;
    }

    /** Who wants a body: exactly one of its methods is called, on any thread. They do not throw. */
    interface Receiver {

        void received(byte[] body);

        void refused(Refused reason);

        /** The body ended too early, or its framing is wrong: most likely nobody is there to read an answer. */
        void broken();
    }

    /** Hands the body to the receiver, on this thread if it is there already. */
    void read(HttpServletRequest request, AsyncResponse response, Receiver receiver) {
        long length = request.getContentLengthLong();
        if (length > limit) {
            receiver.refused(Refused.tooLarge(limit));
            return;
        }
        byte[] body;
        try {
            ServletInputStream in = request.getInputStream();
            if (length < 0 || in.available() < length) {
                readAsItComes(in, response, receiver);
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

    private void readAsItComes(ServletInputStream in, AsyncResponse response, Receiver receiver) {
        SlowBody body = new SlowBody(in, limit, receiver, executor);
        response.setTimeoutHandler(body);
        response.setTimeout(SLOWEST_SECONDS, TimeUnit.SECONDS);
        in.setReadListener(body);
    }
}
