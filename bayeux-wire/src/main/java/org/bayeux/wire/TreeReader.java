package org.bayeux.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON text as a tree of plain objects, tracked if it belongs to a message. Confined to one read. */
final class TreeReader {

    private final JsonTokens tokens;
    private final @Nullable JsonText owner;
    private int depth;

    private TreeReader(JsonTokens tokens, @Nullable JsonText owner) {
        this.tokens = tokens;
        this.owner = owner;
    }

    static @Nullable Object read(JsonContext context, String json) {
        return read(context, json, null);
    }

    static @Nullable Object read(JsonContext context, String json, @Nullable JsonText owner) {
        try (JsonTokens tokens = context.tokens(json)) {
            Object tree = new TreeReader(tokens, owner).value(tokens.next());
            if (tokens.next() != JsonToken.END) {
                throw new JsonReadException("expected one JSON value only", tokens.end(), null);
            }
            return tree;
        }
    }

    private @Nullable Object value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case STRING -> tokens.text();
            case NUMBER -> number();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
            default -> throw new JsonReadException("expected a JSON value", tokens.end(), null);
        };
    }

    private Map<String, @Nullable Object> object() {
        enter();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (tokens.next() == JsonToken.NAME) {
            String name = tokens.text();
            members.put(name, value(tokens.next()));
        }
        depth--;
        return owner == null ? members : new TrackedObject(members, owner);
    }

    private List<@Nullable Object> array() {
        enter();
        List<@Nullable Object> elements = new ArrayList<>();
        for (JsonToken token = tokens.next(); token != JsonToken.END_ARRAY; token = tokens.next()) {
            elements.add(value(token));
        }
        depth--;
        return owner == null ? elements : new TrackedArray(elements, owner);
    }

    private void enter() {
        if (++depth > WireLimits.DEEPEST) {
            throw new JsonReadException("JSON is nested deeper than " + WireLimits.DEEPEST, tokens.end(), null);
        }
    }

    private Number number() {
        String text = tokens.text();
        if (!JsonNumber.isReasonable(text)) {
            throw new JsonReadException("number out of any reasonable range", tokens.end(), null);
        }
        return JsonNumber.parse(text);
    }
}
