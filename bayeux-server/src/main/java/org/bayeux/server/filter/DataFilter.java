package org.bayeux.server.filter;

import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the payload of a message, and may put another one in its place.
 *
 * <p>Called by several threads at once.
 */
@FunctionalInterface
public interface DataFilter {

    /**
     * Filters one payload.
     *
     * @param from the sender, or null if code on the server published without a session
     * @param channel the channel of the message
     * @param data the payload, as {@link org.bayeux.api.Message#getData()} has it; it must not be changed
     * @return what takes its place, or {@code data} itself to leave it
     * @throws AbortException to drop the message
     */
    @Nullable
    Object filter(@Nullable ServerSession from, ServerChannel channel, @Nullable Object data);

    /** The message must not be delivered; not an error of the server, so it is not logged as one. */
    final class AbortException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Says why, for the log. */
        public AbortException(String reason) {
            super(reason);
        }
    }
}
