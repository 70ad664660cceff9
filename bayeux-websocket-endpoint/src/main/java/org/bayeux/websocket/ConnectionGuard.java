package org.bayeux.websocket;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is closed while nobody writes, and that nobody writes to from then on.
 *
 * <p>Payara gives the buffers of a closed connection to the next request. Tyrus sends by one thread while another one closes,
 * so that a frame, or its last bytes, may come to stand in the response to somebody else (see docs/adr/0015).
 *
 * <p>Thread-safe: {@code lock} is held while something is written, and guards {@code ended}. Writing does not wait for a
 * client unless the container does, which is what Tyrus' own lock of a connection bears too. The lock is taken within that
 * one, and none but the container's are taken within it.
 */
final class ConnectionGuard implements WebConnection {

    private final WebConnection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean ended;
    private @Nullable Output output;

    ConnectionGuard(WebConnection connection) {
        this.connection = connection;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return connection.getInputStream();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        lock.lock();
        try {
            Output made = output;
            if (made == null) {
                made = new Output(connection.getOutputStream());
                output = made;
            }
            return made;
        } finally {
            lock.unlock();
        }
    }

    /** Lets who is writing finish, and nobody write any more. */
    void endWriting() {
        lock.lock();
        try {
            ended = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        endWriting();
        try {
            connection.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while closing", e);
        } catch (Exception e) {
            throw new IOException("The connection does not close", e);
        }
    }

    /** What is written, as long as the connection is open. */
    private final class Output extends ServletOutputStream {

        private final ServletOutputStream out;

        Output(ServletOutputStream out) {
            this.out = out;
        }

        /** Ready behind the end as well, so that who wants to write learns of it. */
        @Override
        public boolean isReady() {
            lock.lock();
            try {
                return ended || out.isReady();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            lock.lock();
            try {
                if (ended) {
                    throw new IllegalStateException("The connection is closed");
                }
                out.setWriteListener(listener);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            lock.lock();
            try {
                checkOpen();
                out.write(octets, offset, length);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void flush() throws IOException {
            lock.lock();
            try {
                checkOpen();
                out.flush();
            } finally {
                lock.unlock();
            }
        }

        /** The container closes its own stream when the connection is closed. */
        @Override
        public void close() {
            endWriting();
        }

        private void checkOpen() throws IOException {
            if (ended) {
                throw new IOException("The connection is closed");
            }
        }
    }
}
