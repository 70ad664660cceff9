package org.bayeux.api;

import org.jspecify.annotations.Nullable;

/**
 * An object together with one yes-or-no remark on it, such as "was just created".
 *
 * <p>Immutable. Source: manual, 9.3.2.4.
 *
 * @param <T> type of the object
 */
public final class MarkedReference<T extends @Nullable Object> {

    private final T reference;
    private final boolean marked;

    /** Puts object and remark together. */
    public MarkedReference(T reference, boolean marked) {
        this.reference = reference;
        this.marked = marked;
    }

    /** Returns the object. */
    public T getReference() {
        return reference;
    }

    /** Tells the remark. */
    public boolean isMarked() {
        return marked;
    }

    @Override
    public String toString() {
        return marked ? reference + " (marked)" : String.valueOf(reference);
    }
}
