package org.bayeux.cdi.event;

import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * A session is no longer subscribed to a channel or pattern, because it said so, ended, or the channel was removed.
 *
 * @param session the former subscriber
 * @param channel to which
 * @param message the request; {@code null} if there was none
 */
public record Unsubscribed(
        ServerSession session,
        ServerChannel channel,
        @Nullable ServerMessage message) implements BayeuxEvent {}
