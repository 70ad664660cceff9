package org.bayeux.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of values in messages: maps and lists at every depth are new, application objects are shared. */
final class Copies {

    private Copies() {}

    static @Nullable Object of(@Nullable Object value, JsonContext context) {
        if (value instanceof JsonText text) {
            return text.copy(context);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, member) -> copy.put(key, of(member, context)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(of(element, context)));
            return copy;
        }
        return value;
    }
}
