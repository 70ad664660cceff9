package org.bayeux.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.MalformedMessageException;
import org.bayeux.wire.MessageCodec;
import org.bayeux.wire.Utf8;
import org.jspecify.annotations.Nullable;

/** How messages may come in the body of a request (protocol: long-polling request messages). */
enum BodyType {
    /** One message, or an array of messages. */
    JSON {
        @Override
        List<BayeuxMessage> messages(HttpServletRequest request, byte[] body, MessageCodec codec)
                throws Refused, MalformedMessageException {
            if (body.length == 0) {
                throw noMessages();
            }
            return codec.parse(Utf8.decode(body, 0, body.length));
        }
    },

    /** Any number of parameters {@code message}, each of them one message, or an array of messages. */
    FORM {
        @Override
        List<BayeuxMessage> messages(HttpServletRequest request, byte[] body, MessageCodec codec)
                throws Refused, MalformedMessageException {
            List<String> texts = body.length == 0 ? alreadyRead(request) : FormBody.values(body, MESSAGE);
            return parse(texts, codec);
        }
    };

    private static final String MESSAGE = "message";

    /** A charset other than UTF-8 makes a type of these illegal; other parameters mean nothing. */
    private static final Pattern OTHER_CHARSET =
            Pattern.compile(".*;\\s*charset\\s*=\\s*+(?!\"?utf-?8\"?\\s*(;|$)).*", Pattern.CASE_INSENSITIVE);

    /**
     * The type that a request says it has.
     *
     * @throws Refused if it is none of these, or says none
     */
    static BodyType of(@Nullable String contentType) throws Refused {
        if (contentType == null) {
            throw unsupported();
        }
        int semicolon = contentType.indexOf(';');
        if (semicolon >= 0 && OTHER_CHARSET.matcher(contentType).matches()) {
            throw unsupported();
        }
        String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return switch (type.strip().toLowerCase(Locale.ROOT)) {
            case "application/json", "text/json" -> JSON;
            case "application/x-www-form-urlencoded" -> FORM;
            default -> throw unsupported();
        };
    }

    abstract List<BayeuxMessage> messages(HttpServletRequest request, byte[] body, MessageCodec codec)
            throws Refused, MalformedMessageException;

    /**
     * What is in parameters that hold one message or an array each.
     *
     * @throws Refused if there are none
     */
    static List<BayeuxMessage> parse(List<String> texts, MessageCodec codec) throws Refused, MalformedMessageException {
        if (texts.isEmpty()) {
            throw noMessages();
        }
        List<BayeuxMessage> messages = new ArrayList<>();
        for (String text : texts) {
            messages.addAll(codec.parse(text));
        }
        return messages;
    }

    /** A filter of the application that asks for a parameter makes the container read the form before us. */
    private static List<String> alreadyRead(HttpServletRequest request) {
        String[] values = request.getParameterValues(MESSAGE);
        return values == null ? List.of() : List.of(values);
    }

    private static Refused noMessages() {
        return new Refused(HttpServletResponse.SC_BAD_REQUEST, "No messages");
    }

    private static Refused unsupported() {
        return new Refused(
                HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                "Messages come as application/json, text/json or application/x-www-form-urlencoded, in UTF-8");
    }
}
