package org.bayeux.server.engine.session;

import org.jspecify.annotations.Nullable;

/**
 * Where a client shook hands. Whoever uses its id from elsewhere has stolen it.
 *
 * @param binding what it is told from others by
 * @param userAgent what it calls itself
 * @param local the client itself, if it lives in this process
 */
public record SessionOrigin(
        ClientBinding binding,
        @Nullable String userAgent,
        @Nullable LocalPeer local) {

    /** The value of its browser cookie, if cookies are used. */
    public @Nullable String browserId() {
        return binding.browserId();
    }
}
