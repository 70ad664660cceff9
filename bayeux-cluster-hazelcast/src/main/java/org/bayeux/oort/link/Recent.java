package org.bayeux.oort.link;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What is remembered of the last thousand nodes or members of which something was put. Not thread-safe: guarded by a lock of its
 * owner.
 *
 * @param <V> what is remembered
 */
final class Recent<V> extends LinkedHashMap<UUID, V> {

    private static final long serialVersionUID = 1;
    private static final int MOST = 1000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, V> eldest) {
        return size() > MOST;
    }
}
