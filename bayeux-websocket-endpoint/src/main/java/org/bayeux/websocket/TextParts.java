package org.bayeux.websocket;

import org.bayeux.wire.Utf8Length;
import org.jspecify.annotations.Nullable;

/**
 * Joins a text message that a container hands over in parts, as long as it is not too long.
 *
 * <p>Confined to the thread that hands over messages, one at a time.
 */
final class TextParts {

    private final int limit;
    private @Nullable StringBuilder earlier;
    private int earlierBytes;

    /** For messages of at most {@code limit} bytes. */
    TextParts(int limit) {
        this.limit = limit;
    }

    /** Whether the message with this part is not too long. */
    boolean hasRoomFor(String part) {
        return Utf8Length.isWithin(part, limit - earlierBytes);
    }

    /** Keeps a part that others follow. */
    void keep(String part) {
        if (earlier == null) {
            earlier = new StringBuilder();
        }
        earlier.append(part);
        earlierBytes += Utf8Length.of(part);
    }

    /** The whole message; what comes next is another. */
    String complete(String last) {
        StringBuilder begun = earlier;
        if (begun == null) {
            return last;
        }
        clear();
        return begun.append(last).toString();
    }

    /** Forgets what was kept. */
    void clear() {
        earlier = null;
        earlierBytes = 0;
    }
}
