package org.bayeux.server.engine.channel;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many channels are below one, until that one is removed; then it takes no more of them.
 *
 * <p>Thread-safe: counting and the end are one atomic number, so no channel gets below one that is on its way out.
 */
@SuppressWarnings("serial")
final class Offspring extends AtomicInteger {

    private static final int ENDED = -1;

    /** Counts one more; {@code false}: too late. */
    boolean add() {
        return getAndUpdate(count -> count == ENDED ? ENDED : count + 1) != ENDED;
    }

    void remove() {
        getAndUpdate(count -> count == ENDED ? ENDED : count - 1);
    }

    boolean isEmpty() {
        return get() <= 0;
    }

    /** Whether it takes no more. */
    boolean hasEnded() {
        return get() == ENDED;
    }

    /** Takes no more from now on; {@code false}: it did so before. */
    boolean end() {
        return getAndSet(ENDED) != ENDED;
    }

    /** The same, but only while there is none. */
    boolean endIfEmpty() {
        return compareAndSet(0, ENDED);
    }
}
