package org.bayeux.server.engine.channel;

import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.session.SessionHandle;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes and unsubscribes sessions and tells the listeners.
 *
 * <p>Thread-safe. A subscription enters the index first, then the session remembers it; if the session has ended
 * meanwhile, it leaves the index again. A session that ends does so first and cleans up what it remembers afterwards.
 * Whatever the interleaving, one of the two removes the entry.
 */
public final class Subscriptions {

    private final SubscriptionIndex index;
    private final Iterable<BayeuxServer.BayeuxServerListener> serverListeners;

    /** Makes subscriptions in this index. */
    public Subscriptions(SubscriptionIndex index, Iterable<BayeuxServer.BayeuxServerListener> serverListeners) {
        this.index = index;
        this.serverListeners = serverListeners;
    }

    /** Subscribes a session; {@code false}: it has ended. */
    public boolean subscribe(SessionHandle session, RegisteredChannel channel, @Nullable ServerMessage message) {
        boolean added = index.add(channel.getId(), session);
        if (!session.remember(channel)) {
            index.remove(channel.getId(), session);
            return false;
        }
        if (added) {
            UserCode.tell(
                    channel.listeners(),
                    ServerChannel.SubscriptionListener.class,
                    listener -> listener.subscribed(session, channel, message));
            UserCode.tell(
                    serverListeners,
                    BayeuxServer.SubscriptionListener.class,
                    listener -> listener.subscribed(session, channel, message));
        }
        return true;
    }

    /** Ends a subscription; {@code false}: there was none. */
    public boolean unsubscribe(SessionHandle session, ServerChannel channel, @Nullable ServerMessage message) {
        session.forget(channel);
        if (!index.remove(channel.getId(), session)) {
            return false;
        }
        UserCode.tell(
                channel.getListeners(),
                ServerChannel.SubscriptionListener.class,
                listener -> listener.unsubscribed(session, channel, message));
        UserCode.tell(
                serverListeners,
                BayeuxServer.SubscriptionListener.class,
                listener -> listener.unsubscribed(session, channel, message));
        return true;
    }

    /** Ends all subscriptions of a session that has ended. */
    public void endAll(SessionHandle session) {
        for (ServerChannel channel : session.getSubscriptions()) {
            unsubscribe(session, channel, null);
        }
    }

    /** Ends all subscriptions to a channel that is removed. */
    public void endAll(RegisteredChannel channel) {
        for (SessionHandle session : index.of(channel.getId())) {
            unsubscribe(session, channel, null);
        }
    }
}
