package org.bayeux.server.engine.channel;

import org.bayeux.api.server.ConfigurableServerChannel.ServerChannelListener;
import org.bayeux.api.server.ServerChannel.AsyncMessageListener;
import org.bayeux.api.server.ServerChannel.MessageListener;

/** Which listeners of a channel hear its messages, so that those of other servers matter. Stateless. */
final class Hearing {

    private Hearing() {}

    static boolean isAmong(Iterable<ServerChannelListener> listeners) {
        for (ServerChannelListener listener : listeners) {
            if (hears(listener)) {
                return true;
            }
        }
        return false;
    }

    /** Tells the host of a channel that this listener was added or removed, if it makes a difference. */
    static void tellOf(ServerChannelListener listener, RegisteredChannel channel, ChannelHost host) {
        if (hears(listener)) {
            host.listened(channel);
        }
    }

    private static boolean hears(ServerChannelListener listener) {
        return listener instanceof MessageListener || listener instanceof AsyncMessageListener;
    }
}
