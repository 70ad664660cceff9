package org.bayeux.benchmark.app;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Texts that wait for one client, and whether it can be written to. Thread-safe, by its own lock. */
final class BareQueue {

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final StringBuilder waiting = new StringBuilder();

    @GuardedBy("lock")
    private boolean writable;

    /** Adds a text; returns what is to be written now, if anything is. */
    @Nullable
    String offer(String text) {
        lock.lock();
        try {
            waiting.append(text);
            return take();
        } finally {
            lock.unlock();
        }
    }

    /** The client can be written to, once; returns what is to be written now, if anything is. */
    @Nullable
    String ready() {
        lock.lock();
        try {
            writable = true;
            return take();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private @Nullable String take() {
        if (!writable || waiting.isEmpty()) {
            return null;
        }
        writable = false;
        String text = waiting.toString();
        waiting.setLength(0);
        return text;
    }
}
