package org.bayeux.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bayeux.wire.JsonReadException;
import org.bayeux.wire.JsonToken;
import org.bayeux.wire.JsonTokens;

/** JSON text as tokens by Jackson, which checks the whole grammar, but goes on behind the outermost value. Confined. */
final class JacksonTokens implements JsonTokens {

    private final JsonParser parser;
    private final String json;
    private int depth;
    private boolean complete;

    JacksonTokens(JsonParser parser, String json) {
        this.parser = parser;
        this.json = json;
    }

    @Override
    public JsonToken next() {
        try {
            com.fasterxml.jackson.core.JsonToken token = parser.nextToken();
            if (token == null) {
                return atEnd();
            }
            if (complete) {
                throw new JsonReadException("expected nothing behind the JSON value", end(), null);
            }
            // Else the end of a text would not be known yet.
            parser.finishToken();
            return counted(token);
        } catch (JsonProcessingException e) {
            throw new JsonReadException("expected JSON (RFC 8259)", offsetOf(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be read from memory", e);
        }
    }

    private JsonToken atEnd() {
        if (!complete) {
            throw new JsonReadException("expected JSON (RFC 8259)", end(), null);
        }
        return JsonToken.END;
    }

    private JsonToken counted(com.fasterxml.jackson.core.JsonToken token) {
        JsonToken known = token(token);
        if (token.isStructStart()) {
            depth++;
        } else if (token.isStructEnd()) {
            depth--;
        }
        complete = depth == 0;
        return known;
    }

    private static JsonToken token(com.fasterxml.jackson.core.JsonToken token) {
        return switch (token) {
            case START_OBJECT -> JsonToken.START_OBJECT;
            case END_OBJECT -> JsonToken.END_OBJECT;
            case START_ARRAY -> JsonToken.START_ARRAY;
            case END_ARRAY -> JsonToken.END_ARRAY;
            case FIELD_NAME -> JsonToken.NAME;
            case VALUE_STRING -> JsonToken.STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonToken.NUMBER;
            case VALUE_TRUE -> JsonToken.TRUE;
            case VALUE_FALSE -> JsonToken.FALSE;
            case VALUE_NULL -> JsonToken.NULL;
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no token of JSON text: " + token);
        };
    }

    @Override
    public String text() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be read from memory", e);
        }
    }

    @Override
    public int end() {
        return parser.currentToken() == com.fasterxml.jackson.core.JsonToken.FIELD_NAME
                ? endOfName()
                : (int) parser.currentLocation().getCharOffset();
    }

    /** The parser itself is behind the value already, if that is a short one. */
    private int endOfName() {
        int at = (int) parser.currentTokenLocation().getCharOffset() + 1;
        while (json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private int offsetOf(JsonProcessingException failure) {
        return failure.getLocation() == null
                ? end()
                : (int) failure.getLocation().getCharOffset();
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be read from memory", e);
        }
    }
}
