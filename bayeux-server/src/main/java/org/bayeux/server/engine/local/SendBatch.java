package org.bayeux.server.engine.local;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.bayeux.server.spi.Connection;
import org.bayeux.wire.BayeuxMessage;

/**
 * Keeps the messages of a local client together while a batch is open.
 *
 * <p>Thread-safe: a lock guards depth and messages and is released before they are sent.
 */
final class SendBatch {

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private List<BayeuxMessage> collected = new ArrayList<>();

    @GuardedBy("lock")
    private int depth;

    SendBatch(Connection connection) {
        this.connection = connection;
    }

    void start() {
        lock.lock();
        try {
            depth++;
        } finally {
            lock.unlock();
        }
    }

    /** Sends what has come together if this was the outermost batch, which is what it returns. */
    boolean end() {
        List<BayeuxMessage> ready = List.of();
        boolean outermost;
        lock.lock();
        try {
            depth = Math.max(0, depth - 1);
            outermost = depth == 0;
            if (outermost) {
                ready = collected;
                collected = new ArrayList<>();
            }
        } finally {
            lock.unlock();
        }
        if (!ready.isEmpty()) {
            connection.receive(ready);
        }
        return outermost;
    }

    void send(BayeuxMessage message) {
        if (!collect(message)) {
            connection.receive(List.of(message));
        }
    }

    private boolean collect(BayeuxMessage message) {
        lock.lock();
        try {
            if (depth > 0) {
                collected.add(message);
            }
            return depth > 0;
        } finally {
            lock.unlock();
        }
    }
}
