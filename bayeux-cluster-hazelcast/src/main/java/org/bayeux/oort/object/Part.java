package org.bayeux.oort.object;

/**
 * What one node owns of a named thing.
 *
 * @param url the name of its node
 * @param local whether it belongs to this node
 * @param value may change in place, see {@link Content}
 */
public record Part<T>(String url, boolean local, T value) {}
