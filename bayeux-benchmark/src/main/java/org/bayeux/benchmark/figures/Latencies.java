package org.bayeux.benchmark.figures;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * How long messages took, in microseconds, with three digits of precision. Not thread-safe.
 *
 * <p>Can be written as text and read again, to add up what several processes measured.
 */
public final class Latencies {

    private static final int DIGITS = 3;
    private static final long NANOS_PER_MICRO = 1000;

    private final Histogram histogram;

    private Latencies(Histogram histogram) {
        this.histogram = histogram;
    }

    /** None yet. */
    public static Latencies none() {
        Histogram histogram = new Histogram(DIGITS);
        histogram.setAutoResize(true);
        return new Latencies(histogram);
    }

    /**
     * Those that {@link #encoded} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    public static Latencies decoded(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return new Latencies(Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0));
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Adds one; less than none counts as none. */
    public void addNanos(long nanos) {
        histogram.recordValue(Math.max(0, nanos / NANOS_PER_MICRO));
    }

    /** Adds all of others. */
    public void add(Latencies others) {
        histogram.add(others.histogram);
    }

    /** All of them as text of ASCII. */
    public String encoded() {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        byte[] bytes = new byte[length];
        buffer.flip().get(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** How many there are. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** The shortest, in microseconds; 0 if there is none. */
    public long min() {
        return count() == 0 ? 0 : histogram.getMinValue();
    }

    /** The mean, in microseconds. */
    public long mean() {
        return Math.round(histogram.getMean());
    }

    /** The longest, in microseconds. */
    public long max() {
        return histogram.getMaxValue();
    }

    /** What that share of them, in per cent, did not exceed, in microseconds. */
    public long percentile(double percent) {
        return histogram.getValueAtPercentile(percent);
    }

    /** How many lie in each of so many equal parts from 0 to the longest. */
    List<Bar> bars(int parts) {
        long width = Math.max(1, (max() + parts) / parts);
        List<Bar> bars = new ArrayList<>();
        for (long from = 0; from <= max(); from += width) {
            bars.add(new Bar(from + width, histogram.getCountBetweenValues(from, from + width - 1)));
        }
        return bars;
    }

    /**
     * One part.
     *
     * @param end where it ends, in microseconds
     * @param count how many lie in it
     */
    record Bar(long end, long count) {}
}
