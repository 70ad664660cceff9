package org.bayeux.server.engine.watch;

import java.util.concurrent.atomic.LongAdder;

/** What came by one transport. Thread-safe. */
public final class TransportFigures {

    private final LongAdder received = new LongAdder();
    private final LongAdder held = new LongAdder();

    TransportFigures() {}

    /** Messages came. */
    public void received(int messages) {
        received.add(messages);
    }

    /** A connect is held from now on. */
    public void holds() {
        held.increment();
    }

    /** A connect is held no longer. */
    public void releases() {
        held.decrement();
    }

    /** How many messages came. */
    public long received() {
        return received.sum();
    }

    /** How many connects are held. */
    public long held() {
        return held.sum();
    }
}
