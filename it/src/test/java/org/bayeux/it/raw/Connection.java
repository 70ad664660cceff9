package org.bayeux.it.raw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A TCP connection with what has arrived on it. Confined to one thread; waits for a limited time only. */
final class Connection implements AutoCloseable {

    private static final int LIMIT_MILLIS = 30_000;

    private final Socket socket;
    private byte[] received = new byte[0];

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
            ByteBuffer bytes = ByteBuffer.wrap(received);
            T taken = parser.take(bytes, ended);
            received = Arrays.copyOfRange(received, bytes.position(), received.length);
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
            byte[] chunk = new byte[8192];
            int count = socket.getInputStream().read(chunk);
            if (count < 0) {
                return false;
            }
            int before = received.length;
            received = Arrays.copyOf(received, before + count);
            System.arraycopy(chunk, 0, received, before, count);
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
