package org.bayeux.http;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bayeux.wire.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/**
 * What a request of the callback-polling transport has in its query (protocol: callback-polling request messages).
 *
 * @param messages any number of texts, each of them one message, or an array of messages
 * @param callback who takes the answer
 */
record CallbackQuery(List<String> messages, Callback callback) {

    private static final String MESSAGE = "message";
    private static final String CALLBACK = "jsonp";

    /** Copies the messages. */
    CallbackQuery {
        messages = List.copyOf(messages);
    }

    /**
     * Reads the part of a URL behind the question mark.
     *
     * @param limit bytes that it may have, before it is decoded
     * @throws Refused if it is too long, not encoded as queries are, or names no function
     * @throws MalformedMessageException if a parameter is not UTF-8
     */
    static CallbackQuery of(@Nullable String query, int limit) throws Refused, MalformedMessageException {
        String text = query == null ? "" : query;
        if (text.length() > limit) {
            throw new Refused(HttpServletResponse.SC_REQUEST_URI_TOO_LONG, "More than " + limit + " bytes");
        }
        if (!text.chars().allMatch(it -> it < 0x80)) {
            throw new Refused(HttpServletResponse.SC_BAD_REQUEST, "A query with characters that are not escaped");
        }
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        Callback callback = Callback.of(FormBody.values(bytes, CALLBACK));
        return new CallbackQuery(FormBody.values(bytes, MESSAGE), callback);
    }
}
