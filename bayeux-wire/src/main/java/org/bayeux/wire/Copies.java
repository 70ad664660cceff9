package org.bayeux.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of values in messages: maps and lists at every depth are new, application objects are shared. */
final class Copies {

    private Copies() {}

    /** Copies the value of a field: text stays text, also if it belongs to another message. */
    static @Nullable Object ofField(@Nullable Object value, JsonContext context) {
        if (value instanceof JsonText text) {
            return text.copy(context);
        }
        if (value instanceof Tracked tracked && tracked.owner().isTextOf(tracked)) {
            return tracked.owner().copy(context);
        }
        return ofTree(value);
    }

    private static @Nullable Object ofTree(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, member) -> copy.put(key, ofTree(member)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(ofTree(element)));
            return copy;
        }
        return value;
    }
}
