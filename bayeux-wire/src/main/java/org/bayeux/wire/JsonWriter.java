package org.bayeux.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bayeux.api.BinaryData;
import org.jspecify.annotations.Nullable;

/**
 * Appends values as JSON. Plain values are written here, application objects by the {@link JsonContext}; received text
 * that nobody changed is copied. Confined to the thread that writes.
 */
final class JsonWriter {

    private final JsonContext context;
    private final StringBuilder out;
    private int depth;

    JsonWriter(JsonContext context, StringBuilder out) {
        this.context = context;
        this.out = out;
    }

    void write(@Nullable Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof CharSequence text) {
            string(text);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Boolean bool) {
            out.append(bool.booleanValue());
        } else {
            structure(value);
        }
    }

    private void structure(Object value) {
        // A list that contains itself must become an error, not a StackOverflowError.
        if (++depth > WireLimits.DEEPEST) {
            throw new JsonWriteException(
                    value.getClass().getName() + " is nested deeper than " + WireLimits.DEEPEST
                            + " levels, or contains itself",
                    null);
        }
        if (value instanceof JsonText text) {
            text.writeTo(this);
        } else if (value instanceof Tracked tracked) {
            tracked.owner().write(tracked, this);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Collection<?> collection) {
            array(collection);
        } else if (value instanceof Object[] elements) {
            array(Arrays.asList(elements));
        } else if (value instanceof Character character) {
            string(character.toString());
        } else if (value instanceof BinaryData binary) {
            BinaryForm.write(binary, out, this);
        } else {
            context.writeObject(value, out);
        }
        depth--;
    }

    int length() {
        return out.length();
    }

    void verbatim(String source, int start, int end) {
        out.append(source, start, end);
    }

    void object(Map<?, ?> map) {
        char separator = '{';
        for (Map.Entry<?, ?> member : map.entrySet()) {
            out.append(separator);
            separator = ',';
            string(String.valueOf(member.getKey()));
            out.append(':');
            write(member.getValue());
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    void array(Collection<?> elements) {
        char separator = '[';
        for (Object element : elements) {
            out.append(separator);
            separator = ',';
            write(element);
        }
        out.append(separator == '[' ? "[]" : "]");
    }

    private void number(Number number) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            out.append(number.longValue());
        } else if (number instanceof Double || number instanceof Float) {
            finite(number);
        } else if (number instanceof BigInteger || number instanceof BigDecimal) {
            out.append(number);
        } else if (number instanceof AtomicInteger || number instanceof AtomicLong) {
            out.append(number.longValue());
        } else {
            context.writeObject(number, out);
        }
    }

    private void finite(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new JsonWriteException(number + " has no JSON form, only finite numbers have one", null);
        }
        // By its own toString: a float as a double would show digits that it does not have.
        out.append(number);
    }

    void string(CharSequence text) {
        JsonString.append(text, out);
    }
}
