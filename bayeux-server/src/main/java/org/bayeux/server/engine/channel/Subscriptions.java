package org.bayeux.server.engine.channel;

import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.session.Joining;
import org.bayeux.server.engine.session.SessionHandle;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes and unsubscribes sessions and tells the listeners.
 *
 * <p>Thread-safe. The session decides: what it has joined counts, and it joins nothing once it has ended. The index follows
 * it: whoever changed the session brings the index in line and looks again, so that, whatever the interleaving, the last
 * one to write has written what holds. The channel is looked at after the index, the sweeper does it the other way round,
 * so one of the two sees that a channel in use has gone and registers it again.
 */
public final class Subscriptions {

    private final SubscriptionIndex index;
    private final ChannelRegistry channels;
    private final Iterable<BayeuxServer.BayeuxServerListener> serverListeners;

    /** Makes subscriptions in this index. */
    public Subscriptions(
            SubscriptionIndex index,
            ChannelRegistry channels,
            Iterable<BayeuxServer.BayeuxServerListener> serverListeners) {
        this.index = index;
        this.channels = channels;
        this.serverListeners = serverListeners;
    }

    /** Subscribes a session; {@code false}: it has ended. */
    public boolean subscribe(SessionHandle session, RegisteredChannel given, @Nullable ServerMessage message) {
        RegisteredChannel channel =
                channels.createIfAbsent(given.getChannelId()).getReference();
        boolean subscribed = join(session, channel, message);
        while (subscribed && channels.isGone(channel)) {
            // Whoever removed it may have looked for subscribers before there was this one.
            unsubscribe(session, channel, message);
            channel = channels.createIfAbsent(given.getChannelId()).getReference();
            subscribed = join(session, channel, message);
        }
        return subscribed;
    }

    /** Ends a subscription; {@code false}: there was none. */
    public boolean unsubscribe(SessionHandle session, ServerChannel channel, @Nullable ServerMessage message) {
        if (!session.leave(channel, () -> tellUnsubscribed(session, channel, message))) {
            return false;
        }
        align(channel.getId(), session);
        session.tellNews();
        return true;
    }

    /** Ends all subscriptions of a session that has ended. */
    public void endAll(SessionHandle session) {
        for (ServerChannel channel : session.endSubscribing()) {
            unsubscribe(session, channel, null);
        }
    }

    /** Ends all subscriptions to a channel that is removed. */
    public void endAll(RegisteredChannel channel) {
        for (SessionHandle session : index.of(channel.getId())) {
            unsubscribe(session, channel, null);
        }
    }

    private boolean join(SessionHandle session, RegisteredChannel channel, @Nullable ServerMessage message) {
        index.add(channel.getId(), session);
        Joining joining = session.join(channel, () -> tellSubscribed(session, channel, message));
        align(channel.getId(), session);
        session.tellNews();
        return joining != Joining.ENDED;
    }

    private void align(String id, SessionHandle session) {
        boolean subscribed;
        do {
            subscribed = session.isSubscribedTo(id);
            if (subscribed) {
                index.add(id, session);
            } else {
                index.remove(id, session);
            }
        } while (session.isSubscribedTo(id) != subscribed);
    }

    private void tellSubscribed(SessionHandle session, RegisteredChannel channel, @Nullable ServerMessage message) {
        UserCode.tell(
                channel.listeners(),
                ServerChannel.SubscriptionListener.class,
                listener -> listener.subscribed(session, channel, message));
        UserCode.tell(
                serverListeners,
                BayeuxServer.SubscriptionListener.class,
                listener -> listener.subscribed(session, channel, message));
    }

    private void tellUnsubscribed(SessionHandle session, ServerChannel channel, @Nullable ServerMessage message) {
        UserCode.tell(
                channel.getListeners(),
                ServerChannel.SubscriptionListener.class,
                listener -> listener.unsubscribed(session, channel, message));
        UserCode.tell(
                serverListeners,
                BayeuxServer.SubscriptionListener.class,
                listener -> listener.unsubscribed(session, channel, message));
    }
}
