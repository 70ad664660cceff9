package org.bayeux.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Walks over one received text once: fills the slots of the messages, cuts out the values that stay text. Confined to
 * one call.
 *
 * <p>Every token is looked at, also in what stays text: what is sent on must be legal JSON, and walking needs no stack,
 * so that any nesting can be walked over. Of a message that nests deeper than allowed only what its answer needs is kept.
 */
final class EnvelopeReader {

    private final JsonContext context;
    private final WireLimits limits;
    private final String text;
    private final JsonTokens tokens;

    /** Counted as in {@link WireLimits#maxDepth}: a message is at 2. */
    private int depth = 1;

    /** Whether the message that is being read nests deeper than it may. */
    private boolean tooDeep;

    EnvelopeReader(JsonContext context, WireLimits limits, String text, JsonTokens tokens) {
        this.context = context;
        this.limits = limits;
        this.text = text;
        this.tokens = tokens;
    }

    List<BayeuxMessage> messages() throws MalformedMessageException {
        List<BayeuxMessage> messages = new ArrayList<>(4);
        JsonToken first = tokens.next();
        if (first == JsonToken.START_OBJECT) {
            messages.add(message());
        } else if (first == JsonToken.START_ARRAY) {
            readArray(messages);
        } else {
            throw expected("a message object or an array of them");
        }
        if (tokens.next() != JsonToken.END) {
            throw expected("nothing after the messages");
        }
        return messages;
    }

    private void readArray(List<BayeuxMessage> messages) throws MalformedMessageException {
        for (JsonToken token = tokens.next(); token != JsonToken.END_ARRAY; token = tokens.next()) {
            if (token != JsonToken.START_OBJECT) {
                throw expected("only message objects in the array");
            }
            messages.add(message());
        }
        if (messages.isEmpty()) {
            throw expected("at least one message in the array");
        }
    }

    private BayeuxMessage message() throws MalformedMessageException {
        depth++;
        tooDeep = false;
        BayeuxMessage message = new BayeuxMessage(context);
        for (JsonToken token = tokens.next(); token != JsonToken.END_OBJECT; token = tokens.next()) {
            if (token != JsonToken.NAME) {
                throw expected("the name of a field");
            }
            String name = tokens.text();
            Field field = Field.ofName(name);
            if (field == null) {
                extra(message, name);
            } else {
                slot(message, field);
            }
        }
        depth--;
        if (tooDeep) {
            message.leaveOnlyAddress();
        }
        return message;
    }

    private void slot(BayeuxMessage message, Field field) throws MalformedMessageException {
        // Of two values another reader may believe the other one, so that checks made here would not hold there.
        if (message.has(field)) {
            throw expected("field " + field.key() + " only once in a message");
        }
        switch (field) {
            case DATA -> data(message);
            case ADVICE, EXT -> object(message, field);
            case SUBSCRIPTION -> subscription(message);
            case SUCCESSFUL -> successful(message, tokens.next());
            case ID -> id(message, tokens.next());
            case CHANNEL, CLIENT_ID, ERROR -> string(message, field, tokens.next());
        }
    }

    private void data(BayeuxMessage message) throws MalformedMessageException {
        int nameEnd = tokens.end();
        message.store(Field.DATA, slice(nameEnd, tokens.next()));
    }

    private void object(BayeuxMessage message, Field field) throws MalformedMessageException {
        int nameEnd = tokens.end();
        JsonToken token = tokens.next();
        if (token == JsonToken.START_OBJECT) {
            message.store(field, slice(nameEnd, token));
        } else if (token != JsonToken.NULL) {
            throw wrongType(field);
        }
    }

    private void string(BayeuxMessage message, Field field, JsonToken token) throws MalformedMessageException {
        if (token == JsonToken.STRING) {
            message.store(field, tokens.text());
        } else if (token != JsonToken.NULL) {
            throw wrongType(field);
        }
    }

    private void id(BayeuxMessage message, JsonToken token) throws MalformedMessageException {
        if (token == JsonToken.NUMBER) {
            message.store(Field.ID, exact(number()));
        } else {
            string(message, Field.ID, token);
        }
    }

    /** Replies echo the id, so it keeps even the zeros behind its point. */
    private static Number exact(String number) {
        return JsonNumber.parse(number) instanceof Long whole ? (Number) whole : new BigDecimal(number);
    }

    private void successful(BayeuxMessage message, JsonToken token) throws MalformedMessageException {
        switch (token) {
            case TRUE -> message.store(Field.SUCCESSFUL, true);
            case FALSE -> message.store(Field.SUCCESSFUL, false);
            case NULL -> {}
            default -> throw wrongType(Field.SUCCESSFUL);
        }
    }

    /** What names no channels is kept as its JSON text, which is no channel either, so that this message alone is refused. */
    private void subscription(BayeuxMessage message) throws MalformedMessageException {
        int nameEnd = tokens.end();
        JsonToken first = tokens.next();
        if (first == JsonToken.START_ARRAY) {
            subscriptions(message, nameEnd);
        } else if (first == JsonToken.STRING) {
            message.store(Field.SUBSCRIPTION, tokens.text());
        } else if (first != JsonToken.NULL) {
            walk(first);
            message.store(Field.SUBSCRIPTION, textSince(nameEnd));
        }
    }

    private void subscriptions(BayeuxMessage message, int nameEnd) throws MalformedMessageException {
        List<String> channels = new ArrayList<>();
        boolean strings = true;
        depth++;
        for (JsonToken token = tokens.next(); token != JsonToken.END_ARRAY; token = tokens.next()) {
            if (token == JsonToken.STRING) {
                channels.add(tokens.text());
            } else {
                strings = false;
                walk(token);
            }
        }
        depth--;
        message.store(Field.SUBSCRIPTION, strings ? Collections.unmodifiableList(channels) : textSince(nameEnd));
    }

    private String textSince(int nameEnd) {
        int start = nameEnd;
        while (start < tokens.end() && isBetweenNameAndValue(text.charAt(start))) {
            start++;
        }
        return text.substring(start, tokens.end());
    }

    private void extra(BayeuxMessage message, String name) throws MalformedMessageException {
        if (message.hasExtra(name)) {
            throw expected("each field only once in a message");
        }
        int nameEnd = tokens.end();
        JsonToken token = tokens.next();
        Object value =
                switch (token) {
                    case STRING -> tokens.text();
                    case TRUE -> true;
                    case FALSE -> false;
                    case NULL -> null;
                    default -> slice(nameEnd, token);
                };
        message.storeExtra(name, value);
    }

    /** Walks over the value that begins with the given token, and cuts it out. */
    private JsonText slice(int nameEnd, JsonToken first) throws MalformedMessageException {
        int start = nameEnd;
        while (start < text.length() && isBetweenNameAndValue(text.charAt(start))) {
            start++;
        }
        walk(first);
        int end = tokens.end();
        boolean exact = start < end
                && text.charAt(nameEnd - 1) == '"'
                && begins(first, text.charAt(start))
                && ends(first, text.charAt(end - 1));
        if (!exact) {
            throw new IllegalStateException(context.getClass().getName()
                    + " does not tell exact offsets in JSON text (with JSON-P: use Parsson)");
        }
        return JsonText.of(text, start, end);
    }

    private static boolean begins(JsonToken first, char c) {
        return switch (first) {
            case START_OBJECT -> c == '{';
            case START_ARRAY -> c == '[';
            case STRING -> c == '"';
            default -> c == '-' || Character.isLetterOrDigit(c);
        };
    }

    private static boolean ends(JsonToken first, char c) {
        return switch (first) {
            case START_OBJECT -> c == '}';
            case START_ARRAY -> c == ']';
            case STRING -> c == '"';
            default -> Character.isLetterOrDigit(c);
        };
    }

    private static boolean isBetweenNameAndValue(char c) {
        return c == ':' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private void walk(JsonToken first) throws MalformedMessageException {
        int outside = depth;
        JsonToken token = first;
        while (true) {
            switch (token) {
                case START_OBJECT, START_ARRAY -> tooDeep |= ++depth > limits.maxDepth();
                case END_OBJECT, END_ARRAY -> depth--;
                case NUMBER -> number();
                case END -> throw expected("the end of the value");
                case NAME, STRING, TRUE, FALSE, NULL -> {}
            }
            if (depth == outside) {
                return;
            }
            token = tokens.next();
        }
    }

    private String number() throws MalformedMessageException {
        String number = tokens.text();
        if (!JsonNumber.isReasonable(number)) {
            throw expected("a number of at most 1000 characters, with an exponent of at most 4 digits");
        }
        return number;
    }

    private MalformedMessageException wrongType(Field field) {
        return expected("field " + field.key() + " to be " + field.legal());
    }

    private MalformedMessageException expected(String what) {
        return new MalformedMessageException("expected " + what, tokens.end(), null);
    }
}
