package org.bayeux.wire;

import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;

/** JSON text as tokens by the JSON-P provider. Parsson checks the whole grammar, including what follows the value. */
final class JakartaTokens implements JsonTokens {

    private final JsonParser parser;
    private final int length;

    JakartaTokens(JsonParser parser, int length) {
        this.parser = parser;
        this.length = length;
    }

    @Override
    public JsonToken next() {
        try {
            return parser.hasNext() ? token(parser.next()) : JsonToken.END;
        } catch (JsonParsingException e) {
            throw new JsonReadException("expected JSON (RFC 8259)", offset(e.getLocation()), e);
        } catch (RuntimeException e) {
            // Parsson throws a bare RuntimeException beyond its own depth limit.
            throw new JsonReadException("expected JSON that the JSON-P provider accepts", end(), e);
        }
    }

    private static JsonToken token(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT -> JsonToken.START_OBJECT;
            case END_OBJECT -> JsonToken.END_OBJECT;
            case START_ARRAY -> JsonToken.START_ARRAY;
            case END_ARRAY -> JsonToken.END_ARRAY;
            case KEY_NAME -> JsonToken.NAME;
            case VALUE_STRING -> JsonToken.STRING;
            case VALUE_NUMBER -> JsonToken.NUMBER;
            case VALUE_TRUE -> JsonToken.TRUE;
            case VALUE_FALSE -> JsonToken.FALSE;
            case VALUE_NULL -> JsonToken.NULL;
        };
    }

    @Override
    public String text() {
        return parser.getString();
    }

    @Override
    public int end() {
        return offset(parser.getLocation());
    }

    /** At the end of its input Parsson counts beyond it, or says -1. */
    private int offset(JsonLocation location) {
        long offset = location.getStreamOffset();
        return offset < 0 || offset > length ? length : (int) offset;
    }

    @Override
    public void close() {
        parser.close();
    }
}
