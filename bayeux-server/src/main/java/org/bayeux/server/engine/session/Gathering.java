package org.bayeux.server.engine.session;

import org.bayeux.server.config.QueueLimits;

/**
 * Lets what waits for a client wait for more, so that it leaves together, as long as it is so little that nothing can come
 * of that.
 *
 * <p>Not thread-safe: guarded by the lock of its session.
 */
final class Gathering {

    private static final int MOST_MESSAGES = 64;
    private static final int MOST_BYTES = 64 * 1024;

    /** A queue has to have room for so many times what is gathered. */
    private static final int ROOM = 4;

    private int beatsLeft;
    private int mostMessages;
    private int mostBytes;

    /**
     * Begins, if the queue is one that may; {@code false}: messages leave as before.
     *
     * @param beats after how many it ends
     */
    boolean begin(QueueLimits limits, int beats) {
        mostMessages = most(MOST_MESSAGES, limits.maxMessages());
        mostBytes = most(MOST_BYTES, limits.maxBytes());
        beatsLeft = mostMessages > 1 ? beats : 0;
        return beatsLeft > 0;
    }

    /** One more beat has passed; {@code true}: it was the last one. */
    boolean beat() {
        beatsLeft = Math.max(0, beatsLeft - 1);
        return beatsLeft == 0;
    }

    /** What waits may leave. */
    void end() {
        beatsLeft = 0;
    }

    boolean holdsBack(Outbox outbox) {
        return beatsLeft > 0 && outbox.size() < mostMessages && outbox.bytes() < mostBytes;
    }

    /** A limit that is not positive is none. */
    private static int most(int usual, int limit) {
        return limit <= 0 ? usual : Math.min(usual, limit / ROOM);
    }
}
