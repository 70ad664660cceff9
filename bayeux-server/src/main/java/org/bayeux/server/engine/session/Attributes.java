package org.bayeux.server.engine.session;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Named values that an application attaches to a session or channel. Thread-safe. */
public final class Attributes {

    private final ConcurrentHashMap<String, Object> values = new ConcurrentHashMap<>(4);

    /** Sets a value; {@code null} removes it. */
    public void set(String name, @Nullable Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    /** The value, or {@code null} if there is none. */
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    /** Takes a value out and returns it. */
    public @Nullable Object remove(String name) {
        return values.remove(name);
    }

    /** The names at this moment. */
    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }
}
