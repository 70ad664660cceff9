package org.bayeux.wire;

/**
 * How much structure one received text may have. How long it may be is limited by the transport, before it is read.
 *
 * @param maxDepth how deep objects and arrays may nest, counted from the outermost array (which need not be there): a
 *     message is depth 2, an object as its data depth 3; from 3 to 500
 */
public record WireLimits(int maxDepth) {

    /** The deepest nesting that can be allowed: reading values recurses, so the stack must hold it. */
    static final int DEEPEST = 500;

    private static final int OUTERMOST = 3;

    /** 64 levels, far more than data made by people has. */
    public static final WireLimits DEFAULT = new WireLimits(64);

    /** Refuses a limit with which nothing could be received, or which does not protect. */
    public WireLimits {
        if (maxDepth < OUTERMOST || maxDepth > DEEPEST) {
            throw new IllegalArgumentException("maxDepth must be from 3 to 500, not " + maxDepth);
        }
    }
}
