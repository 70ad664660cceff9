package org.bayeux.benchmark.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Takes HTTP responses apart as their bytes arrive, cut anywhere; keeps no bytes but those of heads.
 *
 * <p>Understands bodies with a length, and chunked ones. Confined to the reactor's thread.
 */
final class ResponseReader {

    private static final int END_OF_HEAD = 0x0d0a0d0a;

    private final Pieces bodies;
    private final Heads heads;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private Part part = Part.HEAD;
    private int lastBytes;
    private boolean chunked;
    private long rest;

    ResponseReader(Pieces bodies, Heads heads) {
        this.bodies = bodies;
        this.heads = heads;
    }

    /** Reads {@code bytes} from {@code from} to {@code to}. */
    void read(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            at = one(bytes, at, to);
        }
    }

    private int one(byte[] bytes, int at, int to) {
        switch (part) {
            case HEAD -> head(bytes[at]);
            case CHUNK_SIZE -> chunkSize(bytes[at]);
            case CHUNK_END -> chunkEnd(bytes[at]);
            case TRAILER -> trailer(bytes[at]);
            case BODY -> {
                return body(bytes, at, to);
            }
        }
        return at + 1;
    }

    private void head(byte next) {
        head.write(next);
        lastBytes = lastBytes << 8 | (next & 0xff);
        if (lastBytes == END_OF_HEAD) {
            lastBytes = 0;
            String text = head.toString(StandardCharsets.ISO_8859_1);
            head.reset();
            begin(text);
        }
    }

    private void begin(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String length = Headers.value(text, lower, "content-length");
        chunked = "chunked".equals(Headers.value(text, lower, "transfer-encoding"));
        rest = length == null ? 0 : Long.parseLong(length);
        part = chunked ? Part.CHUNK_SIZE : Part.BODY;
        heads.head(Integer.parseInt(text.substring(9, 12)), text, lower);
        if (!chunked && rest == 0) {
            end();
        }
    }

    private int body(byte[] bytes, int at, int to) {
        int end = (int) Math.min(to, at + rest);
        bodies.piece(bytes, at, end);
        rest -= end - at;
        if (rest == 0) {
            if (chunked) {
                part = Part.CHUNK_END;
            } else {
                end();
            }
        }
        return end;
    }

    private void chunkSize(byte next) {
        if (next == '\n') {
            part = rest == 0 ? Part.TRAILER : Part.BODY;
            lastBytes = 0x0d0a;
        } else {
            int digit = Character.digit(next, 16);
            rest = digit < 0 ? rest : rest << 4 | digit;
        }
    }

    private void chunkEnd(byte next) {
        if (next == '\n') {
            part = Part.CHUNK_SIZE;
        }
    }

    private void trailer(byte next) {
        lastBytes = lastBytes << 8 | (next & 0xff);
        if (lastBytes == END_OF_HEAD) {
            end();
        }
    }

    private void end() {
        part = Part.HEAD;
        lastBytes = 0;
        bodies.complete();
    }

    private enum Part {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK_END,
        TRAILER
    }

    /** Takes the heads of responses. */
    interface Heads {

        /** The whole head, also in lower case, before its body is read. */
        void head(int status, String text, String lowerCase);
    }
}
