package org.bayeux.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.WebConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConnectionGuardTest {

    private final ReusedConnection container = new ReusedConnection();
    private final ConnectionGuard guard = new ConnectionGuard(container);

    @Test
    void whatIsWrittenReachesTheContainer() throws IOException {
        ServletOutputStream out = guard.getOutputStream();

        out.write(new byte[] {1, 2, 3}, 1, 2);
        out.write(4);
        out.flush();

        assertThat(container.written.toByteArray()).containsExactly(2, 3, 4);
        assertThat(container.flushes).isEqualTo(1);
    }

    @Test
    void nothingReachesABufferThatMayBelongToSomebodyElse() throws IOException {
        ServletOutputStream out = guard.getOutputStream();

        guard.close();

        assertThat(container.closed).isTrue();
        assertThat(out.isReady()).isTrue();
        assertThatThrownBy(() -> out.write(new byte[] {1}, 0, 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> out.write(1)).isInstanceOf(IOException.class);
        assertThatThrownBy(out::flush).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> out.setWriteListener(null)).isInstanceOf(IllegalStateException.class);
        assertThat(container.written.size()).isZero();
    }

    @Test
    void connectionClosesWhenWhoIsWritingHasFinished() throws Exception {
        ServletOutputStream out = guard.getOutputStream();
        container.hold = new CountDownLatch(1);
        Thread writing = new Thread(() -> writeTo(out));
        writing.start();
        container.holding.await();
        Thread closing = new Thread(this::close);
        closing.start();
        while (closing.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        assertThat(container.closed).isFalse();
        container.hold.countDown();
        writing.join();
        closing.join();

        assertThat(container.written.toByteArray()).containsExactly(7);
        assertThat(container.closed).isTrue();
        assertThat(container.writtenBehindTheEnd).isFalse();
    }

    @Test
    void failureToCloseIsTold() {
        container.failure = new Exception("no");

        assertThatThrownBy(guard::close).isInstanceOf(IOException.class).hasCause(container.failure);
    }

    private static void writeTo(ServletOutputStream out) {
        try {
            out.write(7);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void close() {
        try {
            guard.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A connection of a container that gives its buffers away when it is closed. */
    private static final class ReusedConnection extends ServletOutputStream implements WebConnection {

        final ByteArrayOutputStream written = new ByteArrayOutputStream();
        final CountDownLatch holding = new CountDownLatch(1);
        volatile CountDownLatch hold = new CountDownLatch(0);
        volatile boolean closed;
        volatile boolean writtenBehindTheEnd;
        Exception failure;
        int flushes;

        @Override
        public ServletInputStream getInputStream() {
            throw new AssertionError("not asked for");
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return this;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void write(int octet) throws IOException {
            holding.countDown();
            try {
                hold.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            writtenBehindTheEnd |= closed;
            written.write(octet);
        }

        @Override
        public void flush() {
            flushes++;
        }

        @Override
        public void close() throws IOException {
            if (failure != null) {
                ConnectionGuardTest.<RuntimeException>sneak(failure);
            }
            closed = true;
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void sneak(Exception failure) throws E {
        throw (E) failure;
    }
}
