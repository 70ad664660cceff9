package org.bayeux.oort.link;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** Of whom something has been logged already, which would be said again each second otherwise. Thread-safe by a lock. */
final class Told {

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<UUID, Boolean> known = new Recent<>();

    /** Whether this is asked for the first time, as far as it is remembered. */
    boolean isNew(UUID id) {
        lock.lock();
        try {
            return known.put(id, true) == null;
        } finally {
            lock.unlock();
        }
    }
}
