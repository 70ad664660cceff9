package org.bayeux.wire;

import org.jspecify.annotations.Nullable;

/** JSON text that is not legal, or does not fit the type it should be read as. */
public final class JsonReadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    /**
     * Describes what is wrong at a place in the text.
     *
     * @param offset in characters from the start, or -1 if there is no single place
     */
    public JsonReadException(String message, int offset, @Nullable Throwable cause) {
        super(message, cause);
        this.offset = offset;
    }

    /** The place of the error in characters from the start, or -1 if there is no single place. */
    public int offset() {
        return offset;
    }
}
