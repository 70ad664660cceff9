package org.bayeux.server.engine.channel;

import java.util.concurrent.CompletionStage;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.server.engine.cluster.ClusterGate;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.session.Joining;
import org.bayeux.server.engine.session.SessionHandle;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes and unsubscribes sessions and tells the listeners.
 *
 * <p>Thread-safe. The session decides: what it has joined counts, and it joins nothing once it has ended. The index follows
 * it: whoever changed the session brings the index in line and looks again, so that, whatever the interleaving, the last
 * one to write has written what holds. The channel is told of its use after the index: if that is too late it has gone, and
 * another one is made; otherwise the sweeper finds it used. A subscription is one to this very channel: what ends those to
 * a removed channel does not touch those to its successor.
 */
public final class Subscriptions {

    private final SubscriptionIndex index;
    private final ChannelRegistry channels;
    private final ClusterGate cluster;
    private final Iterable<BayeuxServer.BayeuxServerListener> serverListeners;

    /**
     * Makes subscriptions in this index.
     *
     * @param cluster hears of them
     */
    public Subscriptions(
            SubscriptionIndex index,
            ChannelRegistry channels,
            ClusterGate cluster,
            Iterable<BayeuxServer.BayeuxServerListener> serverListeners) {
        this.index = index;
        this.channels = channels;
        this.cluster = cluster;
        this.serverListeners = serverListeners;
    }

    /** Subscribes a session; {@code false}: it has ended. */
    public boolean subscribe(SessionHandle session, RegisteredChannel given, @Nullable ServerMessage message) {
        RegisteredChannel channel = channels.again(given);
        boolean subscribed = join(session, channel, message);
        while (subscribed && !channels.isUsed(channel)) {
            // Whoever removed it may have looked for subscribers before there was this one.
            leave(session, channel, message);
            channel = channels.again(given);
            subscribed = join(session, channel, message);
        }
        return subscribed;
    }

    /** Completes once all servers of the cluster know that messages on these channels are wanted. */
    public CompletionStage<?> known(Iterable<? extends ServerChannel> wanted) {
        CompletionStage<?> known = ClusterGate.KNOWN;
        for (ServerChannel channel : wanted) {
            CompletionStage<?> one = cluster.demandChanged(channel.getChannelId());
            known = known == ClusterGate.KNOWN ? one : known.thenCompose(told -> one);
        }
        return known;
    }

    /** Ends a subscription; {@code false}: there was none. */
    public boolean unsubscribe(SessionHandle session, ServerChannel channel, @Nullable ServerMessage message) {
        boolean left = session.memberships().leave(channel, false, () -> tellUnsubscribed(session, channel, message));
        return left && follow(session, channel);
    }

    /** Ends all subscriptions of a session that has ended. */
    public void endAll(SessionHandle session) {
        for (ServerChannel channel : session.memberships().end()) {
            unsubscribe(session, channel, null);
        }
    }

    /** Ends all subscriptions to a channel that is removed. */
    public void endAll(RegisteredChannel channel) {
        for (SessionHandle session : index.of(channel.getId())) {
            leave(session, channel, null);
        }
    }

    private void leave(SessionHandle session, RegisteredChannel channel, @Nullable ServerMessage message) {
        if (session.memberships().leave(channel, true, () -> tellUnsubscribed(session, channel, message))) {
            follow(session, channel);
        }
    }

    private boolean follow(SessionHandle session, ServerChannel channel) {
        align(channel.getId(), session);
        cluster.demandChanged(channel.getChannelId());
        session.tellNews();
        return true;
    }

    private boolean join(SessionHandle session, RegisteredChannel channel, @Nullable ServerMessage message) {
        index.add(channel.getId(), session);
        Joining joining = session.memberships()
                .join(
                        channel,
                        () -> tellSubscribed(session, channel, message),
                        former -> tellUnsubscribed(session, former, null));
        follow(session, channel);
        return joining != Joining.ENDED;
    }

    private void align(String id, SessionHandle session) {
        boolean subscribed;
        do {
            subscribed = session.memberships().contain(id);
            if (subscribed) {
                index.add(id, session);
            } else {
                index.remove(id, session);
            }
        } while (session.memberships().contain(id) != subscribed);
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
