package org.bayeux.http;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bayeux.wire.MalformedMessageException;
import org.bayeux.wire.Utf8;

/**
 * Reads form-encoded bodies and queries strictly: a container would replace what it cannot decode, and it limits the number of
 * parameters.
 */
final class FormBody {

    private FormBody() {}

    /**
     * The values of one parameter in the order in which they came.
     *
     * @param name in characters that are not encoded in forms
     * @throws Refused if an escape is malformed
     * @throws MalformedMessageException if a value is not UTF-8
     */
    static List<String> values(byte[] body, String name) throws Refused, MalformedMessageException {
        byte[] prefix = (name + '=').getBytes(StandardCharsets.US_ASCII);
        List<String> values = new ArrayList<>();
        int start = 0;
        while (start < body.length) {
            int end = endOfPair(body, start);
            int value = start + prefix.length;
            if (value <= end && Arrays.equals(body, start, value, prefix, 0, prefix.length)) {
                values.add(decode(body, value, end));
            }
            start = end + 1;
        }
        return values;
    }

    private static int endOfPair(byte[] body, int start) {
        int end = start;
        while (end < body.length && body[end] != '&') {
            end++;
        }
        return end;
    }

    private static String decode(byte[] body, int start, int end) throws Refused, MalformedMessageException {
        byte[] plain = new byte[end - start];
        int length = 0;
        for (int at = start; at < end; at++) {
            byte read = body[at];
            if (read == '+') {
                read = ' ';
            } else if (read == '%') {
                read = escaped(body, at, end);
                at += 2;
            }
            plain[length++] = read;
        }
        return Utf8.decode(plain, 0, length);
    }

    private static byte escaped(byte[] body, int percent, int end) throws Refused {
        int high = percent + 2 < end ? Character.digit(body[percent + 1], 16) : -1;
        int low = percent + 2 < end ? Character.digit(body[percent + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw new Refused(HttpServletResponse.SC_BAD_REQUEST, "A malformed escape");
        }
        return (byte) (high << 4 | low);
    }
}
