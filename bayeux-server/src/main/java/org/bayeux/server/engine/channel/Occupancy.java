package org.bayeux.server.engine.channel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/**
 * How many channels are below one, and whether it was used since the sweeper last looked; until the channel is removed,
 * then it takes neither.
 *
 * <p>Thread-safe: all of it is one atomic number, so no channel gets below one that is on its way out, and none goes that
 * was used after the sweeper looked.
 */
@SuppressWarnings("serial")
final class Occupancy extends AtomicInteger {

    private static final int REMOVED = -1;
    private static final int SWEPT = -2;
    private static final int USED = 1;
    private static final int CHILD = 2;

    /** Counts one more channel below; {@code false}: too late. */
    boolean add() {
        return change(state -> state + CHILD) >= 0;
    }

    void remove() {
        change(state -> state - CHILD);
    }

    /** Notes that the channel is used; {@code false}: too late. */
    boolean use() {
        return change(state -> state | USED) >= 0;
    }

    /** Whether it was used since this was asked last. */
    boolean takeUse() {
        int before = change(state -> state & ~USED);
        return before >= 0 && (before & USED) != 0;
    }

    /** Whether it was removed by the sweeper, not by the application. */
    boolean isSwept() {
        return get() == SWEPT;
    }

    /** Takes no more from now on; {@code false}: it did so before. */
    boolean end() {
        return getAndSet(REMOVED) >= 0;
    }

    /** The same, but only while there is no channel below and it was not used. */
    boolean endIfUnused() {
        return compareAndSet(0, SWEPT);
    }

    private int change(IntUnaryOperator update) {
        return getAndUpdate(state -> state < 0 ? state : update.applyAsInt(state));
    }
}
