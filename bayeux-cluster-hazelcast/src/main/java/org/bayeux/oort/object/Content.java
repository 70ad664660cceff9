package org.bayeux.oort.object;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the parts of one kind of thing become JSON and change. Stateless; called without any lock but where it says so.
 *
 * @param <T> parts, which are safe to read while they change
 */
public interface Content<T> {

    /** Makes a part from what JSON carries. */
    T read(@Nullable Object json);

    /** What the JSON library can write of a part. */
    @Nullable
    Object write(T part);

    /** A copy that changes no more; under the lock of the parts. The same, if parts never change in place. */
    T copy(T part);

    /**
     * Understands a change from what JSON carries.
     *
     * @throws IllegalArgumentException if it is none
     */
    Change<T> readChange(@Nullable Object json);

    /** A change of a part that another node owns. */
    @FunctionalInterface
    interface Change<T> {

        /** Changes the part, under the lock of the parts; what is returned tells whom it concerns afterwards. */
        Consumer<Part<T>> applyTo(T part);
    }
}
