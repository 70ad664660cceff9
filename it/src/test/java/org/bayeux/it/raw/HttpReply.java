package org.bayeux.it.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A complete HTTP/1.1 response.
 *
 * @param status the status code
 * @param head status line and header lines, as they came
 * @param body the decoded body, read as UTF-8
 */
public record HttpReply(int status, String head, String body) {

    /**
     * Takes one response off the front of {@code bytes}; leaves them alone if it has not arrived completely.
     *
     * @param ended whether nothing more will come, which is what ends a body without a length
     */
    public static @Nullable HttpReply take(ByteBuffer bytes, boolean ended) {
        int headEnd = endOfHead(bytes);
        if (headEnd < 0) {
            return null;
        }
        byte[] head = new byte[headEnd - bytes.position()];
        ByteBuffer rest = bytes.duplicate();
        rest.get(head);
        String headText = new String(head, ISO_8859_1);
        byte[] body = takeBody(headText, rest, ended);
        if (body == null) {
            return null;
        }
        bytes.position(rest.position());
        int status = Integer.parseInt(headText.substring(9, 12));
        return new HttpReply(status, headText, new String(body, UTF_8));
    }

    /** The value of the first header of that name. */
    public Optional<String> header(String name) {
        return header(head, name);
    }

    private static Optional<String> header(String head, String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).trim())
                .findFirst();
    }

    private static int endOfHead(ByteBuffer bytes) {
        for (int i = bytes.position(); i + 3 < bytes.limit(); i++) {
            if (bytes.get(i) == '\r'
                    && bytes.get(i + 1) == '\n'
                    && bytes.get(i + 2) == '\r'
                    && bytes.get(i + 3) == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    private static byte @Nullable [] takeBody(String head, ByteBuffer rest, boolean ended) {
        if (header(head, "Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent()) {
            return takeChunks(rest);
        }
        Optional<String> length = header(head, "Content-Length");
        if (length.isPresent()) {
            return take(rest, Integer.parseInt(length.get()));
        }
        boolean neverHasBody = head.startsWith(" 1", 8) || head.startsWith(" 204", 8) || head.startsWith(" 304", 8);
        if (neverHasBody) {
            return new byte[0];
        }
        return ended ? take(rest, rest.remaining()) : null;
    }

    private static byte @Nullable [] takeChunks(ByteBuffer rest) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String line = takeLine(rest);
            if (line == null) {
                return null;
            }
            int size = Integer.parseInt(line.trim(), 16);
            byte[] chunk = take(rest, size);
            if (chunk == null || takeLine(rest) == null) {
                return null;
            }
            if (size == 0) {
                return body.toByteArray();
            }
            body.writeBytes(chunk);
        }
    }

    private static @Nullable String takeLine(ByteBuffer rest) {
        for (int i = rest.position(); i + 1 < rest.limit(); i++) {
            if (rest.get(i) == '\r' && rest.get(i + 1) == '\n') {
                byte[] line = new byte[i - rest.position()];
                rest.get(line);
                rest.position(i + 2);
                return new String(line, ISO_8859_1);
            }
        }
        return null;
    }

    private static byte @Nullable [] take(ByteBuffer rest, int size) {
        if (rest.remaining() < size) {
            return null;
        }
        byte[] taken = new byte[size];
        rest.get(taken);
        return taken;
    }
}
