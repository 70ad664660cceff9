package org.bayeux.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A body that comes when the test says so; reading what is not there yet fails the test, unless it expects that. */
final class TestBody extends ServletInputStream {

    /** What happens while a thread waits for the body. */
    Runnable whileWaiting = () -> {
        throw new AssertionError("a thread would be held");
    };

    private byte[] there = {};
    private int read;
    private boolean ended;
    private ReadListener listener;

    /** More of the body arrives. */
    void arrive(byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(there, read, there.length - read);
        all.writeBytes(bytes);
        there = all.toByteArray();
        read = 0;
        tell();
    }

    /** The body is over. */
    void end() {
        ended = true;
        tell();
    }

    /** The connection breaks. */
    void breakOff() {
        listener.onError(new IOException("Connection reset"));
    }

    boolean isListenedTo() {
        return listener != null;
    }

    private void tell() {
        if (listener == null) {
            return;
        }
        try {
            if (isReady()) {
                listener.onDataAvailable();
            }
            if (isFinished()) {
                listener.onAllDataRead();
            }
        } catch (IOException e) {
            listener.onError(e);
        }
    }

    @Override
    public void setReadListener(ReadListener listener) {
        this.listener = listener;
        tell();
    }

    @Override
    public boolean isReady() {
        return available() > 0;
    }

    @Override
    public boolean isFinished() {
        return ended && available() == 0;
    }

    @Override
    public int available() {
        return there.length - read;
    }

    @Override
    public int read() {
        if (available() > 0) {
            return there[read++] & 0xFF;
        }
        if (ended) {
            return -1;
        }
        whileWaiting.run();
        return read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = Math.min(length, available());
        if (count == 0 && length > 0) {
            int first = read();
            if (first >= 0) {
                into[offset] = (byte) first;
            }
            return first < 0 ? -1 : 1;
        }
        System.arraycopy(there, read, into, offset, count);
        read += count;
        return count;
    }
}
