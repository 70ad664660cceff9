package org.bayeux.jaxrs;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.AsyncResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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

    /**
     * Hands the body to the receiver, on this thread if it is there already.
     *
     * @param begin has the first byte if that is no longer in the request, otherwise nothing or the whole body; only
     *     one byte is read from it, which does not block
     */
    void read(HttpServletRequest request, InputStream begin, AsyncResponse response, Receiver receiver) {
        long length = request.getContentLengthLong();
        if (length > limit) {
            receiver.refused(Refused.tooLarge(limit));
            return;
        }
        byte[] body;
        try {
            byte[] first = begin.readNBytes(1);
            ServletInputStream rest = request.getInputStream();
            if (length < 0 || rest.available() < length - first.length) {
                readAsItComes(first, rest, response, receiver);
                return;
            }
            body = readAtOnce(first, rest, (int) length);
        } catch (IOException e) {
            receiver.broken();
            return;
        }
        receiver.received(body);
    }

    private static byte[] readAtOnce(byte[] first, ServletInputStream rest, int length) throws IOException {
        byte[] body = Arrays.copyOf(first, length);
        int missing = length - first.length;
        if (rest.readNBytes(body, first.length, missing) < missing) {
            throw new EOFException();
        }
        return body;
    }

    private void readAsItComes(byte[] first, ServletInputStream rest, AsyncResponse response, Receiver receiver) {
        SlowBody body = new SlowBody(first, rest, limit, receiver, executor);
        response.setTimeoutHandler(body);
        response.setTimeout(SLOWEST_SECONDS, TimeUnit.SECONDS);
        rest.setReadListener(body);
    }
}
