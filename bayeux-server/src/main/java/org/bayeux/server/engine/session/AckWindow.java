package org.bayeux.server.engine.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bayeux.wire.BayeuxMessage;

/**
 * Messages that have left with connect replies and may still be lost: kept until the client says that it has them.
 *
 * <p>Each connect has a number, which its reply tells; the client names the last one it has received in its next connect.
 * Not thread-safe: guarded by the lock of its session.
 */
final class AckWindow {

    private final QueueBudget budget;
    private final Deque<Sent> unacknowledged = new ArrayDeque<>();
    private long connects;
    private int size;
    private long bytes;

    AckWindow(QueueBudget budget) {
        this.budget = budget;
    }

    /** The number of a connect that has arrived; what leaves from now on leaves with its reply. */
    long connectArrives() {
        return ++connects;
    }

    /** Messages that were taken from the queue have left, and are kept here now. */
    void left(List<BayeuxMessage> messages) {
        if (!messages.isEmpty()) {
            unacknowledged.add(new Sent(connects, messages));
            size += messages.size();
            for (BayeuxMessage message : messages) {
                bytes += Outbox.costOf(message);
            }
        }
    }

    /** Lets go of everything; returns what the client has not received, in order. */
    List<BayeuxMessage> received(long upTo) {
        List<BayeuxMessage> lost = new ArrayList<>();
        for (Sent sent : unacknowledged) {
            if (sent.connect() > upTo) {
                lost.addAll(sent.messages());
            }
            budget.letGo(sent.messages());
        }
        unacknowledged.clear();
        size = 0;
        bytes = 0;
        return lost;
    }

    int size() {
        return size;
    }

    /** How many bytes the messages count. */
    long bytes() {
        return bytes;
    }

    private record Sent(long connect, List<BayeuxMessage> messages) {}
}
