package org.bayeux.oort.object;

import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param succeeded whether it was done
 * @param data the result or the reason, as far as JSON carries it
 */
public record Answer(boolean succeeded, @Nullable Object data) {

    /** It was done. */
    public static Answer success(@Nullable Object result) {
        return new Answer(true, result);
    }

    /** It was not done, as far as is known. */
    public static Answer failure(@Nullable Object reason) {
        return new Answer(false, reason);
    }
}
