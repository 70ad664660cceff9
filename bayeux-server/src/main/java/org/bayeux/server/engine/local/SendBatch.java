package org.bayeux.server.engine.local;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.bayeux.server.engine.session.Turns;
import org.bayeux.server.spi.Connection;
import org.bayeux.wire.BayeuxMessage;

/**
 * Keeps the messages of a local client together while a batch is open.
 *
 * <p>Thread-safe: a lock guards depth and messages. What is to be sent is noted under it and sent without it, so that
 * messages leave in the order of the calls.
 */
final class SendBatch {

    private final Connection connection;
    private final Turns sending = new Turns();
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
        boolean outermost;
        lock.lock();
        try {
            depth = Math.max(0, depth - 1);
            outermost = depth == 0;
            if (outermost && !collected.isEmpty()) {
                List<BayeuxMessage> ready = collected;
                collected = new ArrayList<>();
                sending.note(() -> connection.receive(ready));
            }
        } finally {
            lock.unlock();
        }
        sending.run();
        return outermost;
    }

    void send(BayeuxMessage message) {
        lock.lock();
        try {
            if (depth > 0) {
                collected.add(message);
            } else {
                sending.note(() -> connection.receive(List.of(message)));
            }
        } finally {
            lock.unlock();
        }
        sending.run();
    }
}
