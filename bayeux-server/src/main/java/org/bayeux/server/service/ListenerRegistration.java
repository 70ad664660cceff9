package org.bayeux.server.service;

import org.bayeux.api.MarkedReference;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel.ServerChannelListener;
import org.bayeux.api.server.ServerChannel;

/**
 * A listener on a channel that is made if need be, and stays as long as the listener does.
 *
 * <p>Immutable.
 */
public record ListenerRegistration(ServerChannel channel, ServerChannelListener listener) {

    /**
     * Adds a listener.
     *
     * @param channelName may be wild
     * @throws IllegalArgumentException if the name is not legal
     */
    public static ListenerRegistration add(BayeuxServer server, String channelName, ServerChannelListener listener) {
        MarkedReference<ServerChannel> found =
                server.createChannelIfAbsent(channelName, made -> made.addListener(listener));
        ServerChannel channel = found.getReference();
        if (!found.isMarked()) {
            channel.addListener(listener);
        }
        return new ListenerRegistration(channel, listener);
    }

    /** Removes the listener. Does nothing if that has happened before. */
    public void remove() {
        channel.removeListener(listener);
    }
}
