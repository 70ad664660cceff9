package org.bayeux.server.engine.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.bayeux.wire.BayeuxMessage;

/**
 * Messages that wait for one client, in order.
 *
 * <p>Not thread-safe: guarded by the lock of its session.
 */
final class Outbox {

    private static final long NEVER = Long.MAX_VALUE;

    private final ArrayDeque<BayeuxMessage> waiting = new ArrayDeque<>(2);
    private int urgent;
    private long lazyDueNanos = NEVER;

    int size() {
        return waiting.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether something is here that must not wait for the next occasion. */
    boolean isDue(long nowNanos) {
        return urgent > 0 || (lazyDueNanos != NEVER && lazyDueNanos - nowNanos <= 0);
    }

    /** When the lazy messages have waited long enough. */
    long lazyDueNanos() {
        return lazyDueNanos;
    }

    void append(BayeuxMessage message) {
        waiting.add(message);
        urgent++;
    }

    void appendLazy(BayeuxMessage message, long dueNanos) {
        waiting.add(message);
        if (lazyDueNanos == NEVER || dueNanos - lazyDueNanos < 0) {
            lazyDueNanos = dueNanos;
        }
    }

    /** Takes everything, in order. */
    List<BayeuxMessage> takeAll() {
        List<BayeuxMessage> taken = new ArrayList<>(waiting);
        clear();
        return taken;
    }

    /** Returns what was taken but did not leave; it goes before all that came later, and is urgent now. */
    void putBack(List<BayeuxMessage> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            waiting.addFirst(messages.get(i));
        }
        urgent += messages.size();
    }

    List<BayeuxMessage> snapshot() {
        return new ArrayList<>(waiting);
    }

    /** Removes these very messages where they still wait. */
    boolean removeAll(Collection<BayeuxMessage> messages) {
        Set<BayeuxMessage> doomed = Collections.newSetFromMap(new IdentityHashMap<>());
        doomed.addAll(messages);
        boolean changed = waiting.removeIf(doomed::contains);
        if (waiting.isEmpty()) {
            clear();
        }
        // Which of the removed ones were urgent is not worth knowing: at worst a lazy one leaves early.
        urgent = Math.min(urgent, waiting.size());
        return changed;
    }

    private void clear() {
        waiting.clear();
        urgent = 0;
        lazyDueNanos = NEVER;
    }
}
