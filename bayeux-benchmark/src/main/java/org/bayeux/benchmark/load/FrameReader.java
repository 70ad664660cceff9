package org.bayeux.benchmark.load;

import java.io.ByteArrayOutputStream;

/**
 * Takes the frames of a WebSocket apart as their bytes arrive, cut anywhere; keeps no bytes but those of control frames.
 *
 * <p>Confined to the reactor's thread.
 */
final class FrameReader {

    private static final int LONG_LENGTH = 127;
    private static final int SHORT_LENGTH = 126;
    private static final int FIRST_CONTROL = 0x8;

    private final Pieces texts;
    private final Control control;
    private final ByteArrayOutputStream controlPayload = new ByteArrayOutputStream();
    private int headBytes;
    private int head;
    private int lengthBytes;
    private long rest;

    FrameReader(Pieces texts, Control control) {
        this.texts = texts;
        this.control = control;
    }

    /** Reads {@code bytes} from {@code from} to {@code to}. */
    void read(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (headBytes < 2 || lengthBytes > 0) {
                header(bytes[at++] & 0xff);
            } else {
                int end = (int) Math.min(to, at + rest);
                payload(bytes, at, end);
                rest -= end - at;
                at = end;
            }
            if (headBytes == 2 && lengthBytes == 0 && rest == 0) {
                end();
            }
        }
    }

    private void header(int next) {
        if (headBytes == 0) {
            head = next;
            headBytes = 1;
        } else if (headBytes == 1) {
            headBytes = 2;
            int length = next & 0x7f;
            lengthBytes = length == LONG_LENGTH ? 8 : length == SHORT_LENGTH ? 2 : 0;
            rest = lengthBytes == 0 ? length : 0;
        } else {
            rest = rest << 8 | next;
            lengthBytes--;
        }
    }

    private void payload(byte[] bytes, int from, int to) {
        if (isControl()) {
            controlPayload.write(bytes, from, to - from);
        } else {
            texts.piece(bytes, from, to);
        }
    }

    private void end() {
        headBytes = 0;
        if (isControl()) {
            byte[] payload = controlPayload.toByteArray();
            controlPayload.reset();
            control.received(head & 0xf, payload);
        } else if ((head & 0x80) != 0) {
            texts.complete();
        }
    }

    private boolean isControl() {
        return (head & 0xf) >= FIRST_CONTROL;
    }

    /** Takes what is not text. */
    interface Control {

        /** A frame of that opcode: close, ping or pong. */
        void received(int opcode, byte[] payload);
    }
}
