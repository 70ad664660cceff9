package org.bayeux.server.engine.session;

import java.util.Collection;
import java.util.concurrent.atomic.LongAdder;
import org.bayeux.wire.BayeuxMessage;

/**
 * What the queues of all sessions of a server keep together, where a message that several keep counts once, and how much
 * of what is left each may have.
 *
 * <p>A queue may hold an eighth of what is free. So one stuck client cannot take everything, many stuck clients share what
 * there is without ever taking all of it, and those who are behind a little do not notice. Looking at the sum and adding
 * to it are two steps: threads that offer at the same moment may together exceed a share by a message each.
 *
 * <p>Thread-safe.
 */
public final class QueueBudget {

    /** What every queue may hold, however little is left: enough for those who fetch their messages. */
    static final long ALWAYS_FREE = 16 * 1024;

    private static final int PARTS_OF_FREE = 8;

    private final long most;
    private final LongAdder kept = new LongAdder();

    /**
     * Makes one of which nothing is used.
     *
     * @param most how many bytes all queues may keep together; not positive: any number
     */
    public QueueBudget(long most) {
        this.most = most <= 0 ? Long.MAX_VALUE : most;
    }

    /** How many bytes the queues keep, a message in several of them counted once. */
    public long bytes() {
        return kept.sum();
    }

    /**
     * Whether a queue may hold so much.
     *
     * @param held what it holds already
     * @param more what would be added; alone it may take all that is free, or large messages could never be sent
     */
    boolean allows(long held, long more) {
        if (held + more <= ALWAYS_FREE) {
            return true;
        }
        long free = most - kept.sum();
        return held + more <= free / PARTS_OF_FREE || (held == 0 && more <= free);
    }

    void keep(BayeuxMessage message) {
        if (message.keep()) {
            kept.add(Outbox.costOf(message));
        }
    }

    void letGo(BayeuxMessage message) {
        if (message.letGo()) {
            kept.add(-Outbox.costOf(message));
        }
    }

    void letGo(Collection<BayeuxMessage> messages) {
        messages.forEach(this::letGo);
    }
}
