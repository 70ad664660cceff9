package org.bayeux.oort;

/**
 * A number of each node, such as how many users it has, and their sum (manual 9.7.1.6). Thread-safe; each change is atomic.
 */
public final class OortLong {

    private final OortObject<Long> numbers;

    /** Makes a number that begins with zero, see {@link OortObject#OortObject}. */
    public OortLong(Oort oort, String name) {
        this(oort, name, 0);
    }

    /** Makes a number that begins with this one. */
    public OortLong(Oort oort, String name, long initial) {
        numbers = new OortObject<>(oort, name, it -> it instanceof Number number ? number.longValue() : initial);
    }

    /** See {@link OortObject#start()}. */
    public void start() {
        numbers.start();
    }

    /** See {@link OortObject#stop()}. */
    public void stop() {
        numbers.stop();
    }

    /** The shared object behind it. */
    public OortObject<Long> getOortObject() {
        return numbers;
    }

    /** The number of this node. */
    public long get() {
        return numbers.own().value();
    }

    /** The sum over all nodes that are known now. */
    public long sum() {
        return numbers.merge(OortObjectMergers.longSum());
    }

    /** Adds to the number of this node, and returns what it is then. */
    public long addAndGet(long delta) {
        return numbers.update(number -> number + delta);
    }

    /** Adds one. */
    public long incrementAndGet() {
        return addAndGet(1);
    }

    /** Takes one away. */
    public long decrementAndGet() {
        return addAndGet(-1);
    }

    /** Tells a listener of the numbers of all nodes. */
    public void addListener(OortObject.Listener<Long> listener) {
        numbers.addListener(listener);
    }

    /** Tells it no more. */
    public void removeListener(OortObject.Listener<Long> listener) {
        numbers.removeListener(listener);
    }
}
