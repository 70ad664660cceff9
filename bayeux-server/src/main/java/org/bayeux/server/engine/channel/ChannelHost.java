package org.bayeux.server.engine.channel;

import java.util.Set;
import org.bayeux.api.Session;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** What a channel needs of its server. */
public interface ChannelHost {

    /** Publishes a message of the application. */
    void publish(@Nullable Session from, RegisteredChannel channel, ServerMessage.Mutable message);

    /** Publishes data of the application. */
    void publish(@Nullable Session from, RegisteredChannel channel, @Nullable Object data);

    /** Subscribes a session; {@code false}: it has ended, or nobody can subscribe to this channel. */
    boolean subscribe(ServerSession session, RegisteredChannel channel);

    /** Ends a subscription, if there is one; {@code false}: the session has ended, or nobody can subscribe to this channel. */
    boolean unsubscribe(ServerSession session, RegisteredChannel channel);

    /** The sessions subscribed to exactly this channel. */
    Set<ServerSession> subscribersOf(RegisteredChannel channel);

    /** The channel of the same name as one that was swept, made if need be. */
    RegisteredChannel successorOf(RegisteredChannel swept);

    /** Somebody may have begun or ceased to listen to the messages on a channel. */
    void listened(RegisteredChannel channel);

    /** Removes a channel. */
    void remove(RegisteredChannel channel);
}
