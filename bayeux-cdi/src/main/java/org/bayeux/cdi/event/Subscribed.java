package org.bayeux.cdi.event;

import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * A session has subscribed to a channel or pattern.
 *
 * @param session the subscriber
 * @param channel to which
 * @param message the request; {@code null} if code on the server did it
 */
public record Subscribed(
        ServerSession session,
        ServerChannel channel,
        @Nullable ServerMessage message) implements BayeuxEvent {}
