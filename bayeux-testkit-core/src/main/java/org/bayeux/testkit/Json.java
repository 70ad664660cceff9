package org.bayeux.testkit;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.bayeux.wire.JsonContext;
import org.jspecify.annotations.Nullable;

/** JSON as scripts write and compare it. Stateless but for the library that reads it. */
final class Json {

    private static final String ANY = "$any";

    private final JsonContext context;

    Json(JsonContext context) {
        this.context = context;
    }

    /** Turns the single quotes of a script into double ones, and its {@code $id} into the id. */
    static String unquote(String script, @Nullable String id) {
        return script.replace('\'', '"').replace("$id", id == null ? "" : id);
    }

    Map<String, @Nullable Object> object(String json) {
        if (context.parse(json) instanceof Map<?, ?> map) {
            return stringKeys(map);
        }
        throw new AssertionError("not a JSON object: " + json);
    }

    /** Whether a message is what a script expects: the same fields, if {@code exactly}; at least these otherwise. */
    static boolean fits(Map<String, @Nullable Object> expected, Map<String, @Nullable Object> actual, boolean exactly) {
        return exactly
                ? same(expected, actual)
                : expected.entrySet().stream()
                        .allMatch(field -> actual.containsKey(field.getKey())
                                && same(field.getValue(), actual.get(field.getKey())));
    }

    private static boolean same(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> these && actual instanceof Map<?, ?> those) {
            return these.keySet().equals(those.keySet())
                    && these.keySet().stream().allMatch(key -> same(these.get(key), those.get(key)));
        }
        if (expected instanceof List<?> these && actual instanceof List<?> those) {
            return these.size() == those.size() && sameInOrder(these.iterator(), those.iterator());
        }
        return ANY.equals(expected) || (expected == null ? actual == null : expected.equals(actual));
    }

    private static boolean sameInOrder(Iterator<?> these, Iterator<?> those) {
        while (these.hasNext()) {
            if (!same(these.next(), those.next())) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked") // JSON objects have no other keys
    private static Map<String, @Nullable Object> stringKeys(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }
}
