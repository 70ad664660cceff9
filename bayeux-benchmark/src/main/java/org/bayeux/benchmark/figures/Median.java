package org.bayeux.benchmark.figures;

import java.util.stream.DoubleStream;

/** The middle of several values, which one bad round does not move. */
public final class Median {

    private Median() {}

    /** The mean of the two in the middle if there is no one there; 0 if there are none. */
    public static double of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
