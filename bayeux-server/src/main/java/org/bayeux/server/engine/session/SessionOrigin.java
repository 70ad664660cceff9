package org.bayeux.server.engine.session;

import org.jspecify.annotations.Nullable;

/**
 * Where a client shook hands. Whoever uses its id from elsewhere has stolen it.
 *
 * <p>Immutable.
 *
 * @param browserId the value of its browser cookie; {@code null} if it has none, as over a WebSocket
 * @param userAgent what it calls itself
 * @param local the client itself, if it lives in this process
 */
public record SessionOrigin(
        @Nullable String browserId,
        @Nullable String userAgent,
        @Nullable LocalPeer local) {}
