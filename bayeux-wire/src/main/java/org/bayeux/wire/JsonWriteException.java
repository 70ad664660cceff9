package org.bayeux.wire;

import org.jspecify.annotations.Nullable;

/** An object that has no JSON form, such as a number that is not finite or a cycle: a mistake of the application. */
public final class JsonWriteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the class that cannot be written, and why. */
    public JsonWriteException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
