package org.bayeux.benchmark.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    private static final int TEXT = 0x81;
    private static final int TEXT_TO_BE_CONTINUED = 0x01;
    private static final int CONTINUATION = 0x80;
    private static final int PING = 0x89;

    private final Texts texts = new Texts();
    private final List<String> controls = new ArrayList<>();
    private final FrameReader reader =
            new FrameReader(texts, (opcode, payload) -> controls.add(opcode + new String(payload, UTF_8)));

    @Test
    void severalFramesInOneReadAreSeveralTexts() {
        read(join(frame(TEXT, "one"), frame(TEXT, ""), frame(TEXT, "three")));

        assertThat(texts.complete).containsExactly("one", "", "three");
    }

    @Test
    void aFrameMayBeCutAnywhere() {
        for (byte next : join(frame(TEXT, "a".repeat(300)), frame(TEXT, "b".repeat(70_000)), frame(TEXT, "c"))) {
            read(new byte[] {next});
        }

        assertThat(texts.complete).containsExactly("a".repeat(300), "b".repeat(70_000), "c");
    }

    @Test
    void fragmentsAreOneText() {
        read(join(frame(TEXT_TO_BE_CONTINUED, "one, "), frame(CONTINUATION, "two")));

        assertThat(texts.complete).containsExactly("one, two");
    }

    @Test
    void aControlFrameMayComeBetweenFragments() {
        read(join(frame(TEXT_TO_BE_CONTINUED, "one, "), frame(PING, "beat"), frame(CONTINUATION, "two")));

        assertThat(controls).containsExactly("9beat");
        assertThat(texts.complete).containsExactly("one, two");
    }

    private void read(byte[] bytes) {
        reader.read(bytes, 0, bytes.length);
    }

    private static byte[] frame(int head, String text) {
        byte[] payload = text.getBytes(UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(head);
        int extra = payload.length > 0xffff ? 8 : payload.length > 125 ? 2 : 0;
        frame.write(extra == 8 ? 127 : extra == 2 ? 126 : payload.length);
        for (int i = extra - 1; i >= 0; i--) {
            frame.write((int) ((long) payload.length >>> 8 * i));
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /** Collects texts. */
    static final class Texts implements Pieces {

        final List<String> complete = new ArrayList<>();
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();

        @Override
        public void piece(byte[] bytes, int from, int to) {
            text.write(bytes, from, to - from);
        }

        @Override
        public void complete() {
            complete.add(text.toString(UTF_8));
            text.reset();
        }
    }
}
