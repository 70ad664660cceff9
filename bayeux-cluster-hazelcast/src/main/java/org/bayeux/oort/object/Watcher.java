package org.bayeux.oort.object;

import org.jspecify.annotations.Nullable;

/** Hears what becomes of parts, in the order in which it happens, one call after another and without any lock. */
public interface Watcher<T> {

    /**
     * A part has come, or has been replaced as a whole.
     *
     * @param before {@code null} if there was none
     * @param now as it was then
     */
    void replaced(@Nullable Part<T> before, Part<T> now);

    /**
     * A part has gone with its node, or its node owns none any more.
     *
     * @param silent whether the node was only not heard any more, and may live on with its part
     */
    void removed(Part<T> part, boolean silent);
}
