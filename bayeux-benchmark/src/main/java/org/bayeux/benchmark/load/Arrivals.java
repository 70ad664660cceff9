package org.bayeux.benchmark.load;

import org.bayeux.benchmark.figures.Latencies;

/** Counts and times what arrives at all clients. Confined to one thread. */
final class Arrivals {

    private Latencies latencies = Latencies.none();
    private long measuredFrom = Long.MAX_VALUE;
    private long messages;
    private long texts;
    private long last;

    /** From now on, messages are timed that are planned for then or later. */
    void measureFrom(long nanos) {
        measuredFrom = nanos;
        latencies = Latencies.none();
        texts = 0;
        last = nanos;
    }

    void message(long planned, long arrival) {
        messages++;
        if (planned - measuredFrom >= 0) {
            latencies.addNanos(arrival - planned);
            last = arrival;
        }
    }

    void text() {
        texts++;
    }

    /** All messages, those that are not timed as well. */
    long messages() {
        return messages;
    }

    /** Frames or responses since the measuring began. */
    long texts() {
        return texts;
    }

    /** When the last timed message arrived. */
    long last() {
        return last;
    }

    /** Of those messages that are timed. */
    Latencies latencies() {
        return latencies;
    }
}
