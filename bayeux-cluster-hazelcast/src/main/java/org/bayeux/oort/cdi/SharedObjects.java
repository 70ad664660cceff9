package org.bayeux.oort.cdi;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.bayeux.oort.Oort;
import org.jspecify.annotations.Nullable;

/** What one node shares by name. Immutable. */
final class SharedObjects {

    private final Map<String, Declared> declared = new TreeMap<>();
    private final Map<String, SharedObject> made = new TreeMap<>();

    /** Makes them; none has started. */
    SharedObjects(Collection<Declared> all, Oort oort) {
        for (Declared one : all) {
            declared.put(one.name(), one);
            made.put(one.name(), one.kind().make(oort, one.name(), one.content()));
        }
    }

    /**
     * Starts all.
     *
     * @throws IllegalStateException if one cannot start
     */
    void start() {
        made.values().forEach(it -> it.begin().run());
    }

    /**
     * The one that is wanted.
     *
     * @throws IllegalArgumentException if no injection point of the application says so, as where it is looked up by code
     */
    Object get(Declared wanted) {
        @Nullable Declared known = declared.get(wanted.name());
        @Nullable SharedObject found = made.get(wanted.name());
        if (known == null || found == null || !known.typeName().equals(wanted.typeName())) {
            throw new IllegalArgumentException("no injection point of the application says @Shared(\"" + wanted.name()
                    + "\") " + wanted.typeName());
        }
        return found.object();
    }
}
