package org.bayeux.cdi.observe;

import java.util.Map;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.ChannelMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message for an observer that has no say. Immutable, but for the message itself.
 *
 * @param channel of the message
 * @param session of the sender, if there is one
 * @param message as it came
 * @param payload read as what the observer wants
 * @param parameters of the observer's template
 */
record ReceivedMessage<T>(
        ServerChannel channel,
        @Nullable ServerSession session,
        ServerMessage message,
        @Nullable T payload,
        Map<String, String> parameters)
        implements ChannelMessage<T> {}
