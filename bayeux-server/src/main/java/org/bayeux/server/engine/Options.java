package org.bayeux.server.engine;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The options of a server as applications read and note them. What the server itself was configured with is fixed: setting
 * one of those names here changes what is read, not how the server works. Thread-safe.
 */
final class Options {

    private final ConcurrentHashMap<String, Object> values;

    Options(Map<String, String> configured) {
        this.values = new ConcurrentHashMap<>(configured);
    }

    @Nullable
    Object get(String name) {
        return values.get(name);
    }

    void set(String name, @Nullable Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    Set<String> names() {
        return Set.copyOf(values.keySet());
    }
}
