package org.bayeux.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A body that goes as far as the client takes it; writing more fails the test, since it would hold a thread. */
final class TestOutput extends ServletOutputStream {

    static final int BUFFER = 100;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private WriteListener listener;
    private int accepted = BUFFER;
    private boolean mayBlock;

    /** Happens while something is written. */
    Runnable meanwhile = () -> {};

    /** The client takes so much at once when the listener has just been told that it has to wait. */
    int acceptsLate;

    String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    boolean isListenedTo() {
        return listener != null;
    }

    /** From now on writing more than fits is what the test expects. */
    void mayBlock() {
        mayBlock = true;
    }

    /** The client takes more bytes. */
    void accept(int bytes) throws IOException {
        accepted += bytes;
        if (isReady()) {
            listener.onWritePossible();
        }
    }

    /** The connection breaks. */
    void breakOff() {
        listener.onError(new IOException("Broken pipe"));
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        this.listener = listener;
        if (isReady()) {
            try {
                listener.onWritePossible();
            } catch (IOException e) {
                listener.onError(e);
            }
        }
    }

    @Override
    public boolean isReady() {
        boolean ready = written.size() < accepted;
        if (!ready && acceptsLate > 0) {
            int more = acceptsLate;
            acceptsLate = 0;
            acceptFromElsewhere(more);
        }
        return ready;
    }

    private void acceptFromElsewhere(int bytes) {
        try {
            accept(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        boolean fits = written.size() + length <= BUFFER;
        if (!fits && !mayBlock && (listener == null || !isReady())) {
            throw new AssertionError("a thread would be held");
        }
        meanwhile.run();
        written.write(bytes, offset, length);
    }
}
