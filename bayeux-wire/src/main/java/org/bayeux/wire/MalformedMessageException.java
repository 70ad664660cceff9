package org.bayeux.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a peer sent is not Bayeux messages: the mistake of the peer, to be answered with HTTP status 400 or by closing
 * the socket.
 *
 * <p>It is checked, because each way in must give that answer. It has no stack trace, so that garbage stays cheap.
 */
public final class MalformedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;

    MalformedMessageException(String expected, int offset, @Nullable Throwable cause) {
        super("Malformed message at offset " + offset + ": " + expected, cause, false, false);
        this.offset = offset;
    }

    /** The place of the error from the start: characters in text, bytes in UTF-8. */
    public int offset() {
        return offset;
    }
}
