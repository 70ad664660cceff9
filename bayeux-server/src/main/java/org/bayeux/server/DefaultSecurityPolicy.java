package org.bayeux.server;

import org.bayeux.api.ChannelId;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/**
 * Allows what well-behaved clients do: everybody may shake hands, and whoever did may use all channels but meta ones.
 *
 * <p>Remote sessions may not subscribe to {@code /*} and {@code /**}, because these would show them the messages of
 * all others. Meant to be extended by policies that refuse more. Thread-safe. Source: manual, 9.3.4.
 */
public class DefaultSecurityPolicy implements SecurityPolicy {

    /** Makes the policy; it has no state. */
    public DefaultSecurityPolicy() {}

    /** Allows every handshake. */
    @Override
    public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
        return true;
    }

    /** Allows sessions that shook hands to make any channel but a meta channel. */
    @Override
    public boolean canCreate(BayeuxServer server, ServerSession session, String channelId, ServerMessage message) {
        return session.isHandshook() && !ChannelId.isMeta(channelId);
    }

    /** Allows sessions that shook hands to subscribe to any channel but meta ones, and remote ones not to everything. */
    @Override
    public boolean canSubscribe(
            BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
        return session.isHandshook() && !channel.isMeta() && (session.isLocalSession() || !matchesAllRoots(channel));
    }

    /** Allows sessions that shook hands to publish to any channel but meta ones. */
    @Override
    public boolean canPublish(
            BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
        return session.isHandshook() && !channel.isMeta();
    }

    private static boolean matchesAllRoots(ServerChannel channel) {
        return channel.isWild() && channel.getChannelId().depth() == 1;
    }
}
