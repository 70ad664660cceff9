package org.bayeux.benchmark.load;

/**
 * Which messages there were: how many, and a sum over their numbers that differs when one of them is missing and another
 * one came twice. The order does not matter. Confined to one thread.
 */
final class Account {

    private long count;
    private long sum;

    void add(int number) {
        count++;
        sum += mixed(number);
    }

    /** Adds all of another one. */
    void add(Account other) {
        count += other.count;
        sum += other.sum;
    }

    long count() {
        return count;
    }

    /** Whether these are the same messages, each as often as there. */
    boolean equalTo(Account other) {
        return count == other.count && sum == other.sum;
    }

    /** The finalizer of SplitMix64: sums of its values do not meet by accident. */
    private static long mixed(int number) {
        long z = (number + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
