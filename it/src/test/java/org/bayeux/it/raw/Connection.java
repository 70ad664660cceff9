package org.bayeux.it.raw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A TCP connection with what has arrived on it. Confined to one thread; waits for a limited time only. */
final class Connection implements AutoCloseable {

    /** Longer than the server waits for anything. */
    private static final int LIMIT_MILLIS = 90_000;

    private final Socket socket;

    /** What nobody has taken yet, from its position to its limit. */
    private ByteBuffer received = ByteBuffer.allocate(0);

    private Connection(Socket socket) {
        this.socket = socket;
    }

    static Connection to(URI url) {
        try {
            Socket socket = new Socket(url.getHost(), url.getPort());
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.setTcpNoDelay(true);
            return new Connection(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // A server may hang up in the middle of what it refuses; what it had to say is still to be read.
        }
    }

    /** What the parser makes of the received bytes, as soon as it makes something; null at the end. */
    <T> @Nullable T take(Parser<T> parser) {
        boolean ended = false;
        while (true) {
            T taken = parser.take(received, ended);
            if (!received.hasRemaining()) {
                received = ByteBuffer.allocate(0);
            }
            if (taken != null || ended) {
                return taken;
            }
            ended = !readMore();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean readMore() {
        try {
            int end = received.limit();
            if (end == received.capacity()) {
                received = ByteBuffer.allocate(8192 + 2 * received.remaining())
                        .put(received)
                        .flip();
                end = received.limit();
            }
            int count = socket.getInputStream().read(received.array(), end, received.capacity() - end);
            if (count < 0) {
                return false;
            }
            received.limit(end + count);
            return true;
        } catch (SocketTimeoutException e) {
            throw new IllegalStateException("the server held the connection for " + LIMIT_MILLIS + " ms", e);
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes one thing off the front of the bytes if it has arrived completely. */
    interface Parser<T> {

        @Nullable
        T take(ByteBuffer bytes, boolean ended);
    }
}
