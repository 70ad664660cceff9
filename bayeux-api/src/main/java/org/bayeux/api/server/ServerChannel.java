package org.bayeux.api.server;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * A channel on the server, where publishers and subscribers of all sessions meet.
 *
 * <p>A channel that is not persistent is removed after three sweeps in a row found it without
 * subscribers, listeners other than weak ones and authorizers, as soon as it has no children.
 * {@link BayeuxServer#createChannelIfAbsent} lets the count begin again. What keeps a channel, such as an
 * authorizer, and is added to one that was just swept is added to a new channel of the same name.
 *
 * <p>All methods are thread-safe. Source: manual, 6.3.2 and 9.3.2.4.
 */
public interface ServerChannel extends ConfigurableServerChannel {

    /**
     * Lists the sessions subscribed to exactly this channel. Subscribers of a wild channel that
     * matches it are not in it.
     *
     * @return an unmodifiable snapshot
     */
    Set<ServerSession> getSubscribers();

    /**
     * Subscribes a session on the client's behalf. The policy is not asked. On a service channel this
     * succeeds without effect.
     *
     * @return true if the session is subscribed now, false if the channel is a meta channel or the
     *     session has ended
     */
    boolean subscribe(ServerSession session);

    /**
     * Unsubscribes a session on the client's behalf. On a service channel this succeeds without
     * effect.
     *
     * @return true if the session is not subscribed any more, false if the channel is a meta channel
     *     or the session has ended
     */
    boolean unsubscribe(ServerSession session);

    /**
     * Publishes a message as if a client had sent it, without asking the policy: listeners first, then
     * all subscribers of this channel and of wild channels that match it. Returns when the message is
     * queued for all of them.
     *
     * @param from the session that counts as sender, which receivers never see; null if there is none
     * @param message the message, whose channel is set to this one and whose id is for nobody; it must not be used
     *     again. Null, which is what the compiler takes a bare {@code null} for, publishes one without payload
     * @throws IllegalStateException if this channel is wild
     */
    void publish(@Nullable Session from, ServerMessage.@Nullable Mutable message);

    /**
     * Publishes a payload as if a client had sent it, see {@link #publish(Session,
     * ServerMessage.Mutable)}.
     *
     * @param from the session that counts as sender, which receivers never see; null if there is none
     * @param data anything that the JSON library can write; null for a message without payload
     * @throws IllegalStateException if this channel is wild
     */
    void publish(@Nullable Session from, @Nullable Object data);

    /**
     * Removes this channel and all below it, whoever is subscribed. Subscribers are unsubscribed;
     * {@link BayeuxServer.ChannelListener}s are told of each channel.
     */
    void remove();

    /**
     * Sees messages on a channel, on the way in and before any subscriber does.
     *
     * <p>On a meta or service channel this is where a message ends, so this is the way to act on it.
     * Called by the thread that brought the message; work that takes long belongs elsewhere, or into
     * an {@link AsyncMessageListener}.
     */
    @FunctionalInterface
    interface MessageListener extends ServerChannelListener {

        /**
         * Is called with each message; changes made here are seen by all subscribers.
         *
         * <p>A listener that throws is logged and counts as one that returned true.
         *
         * @param from the sender, or null if code on the server published without a session
         * @param channel the channel of the message, also if the listener is on a wild channel
         * @return false to stop: no further listener and no subscriber sees the message
         */
        boolean onMessage(@Nullable ServerSession from, ServerChannel channel, ServerMessage.Mutable message);
    }

    /**
     * Sees messages like a {@link MessageListener}, but may answer later without holding a thread.
     *
     * <p>Takes its turn among the other listeners in the order they were added. While it is undecided
     * the rest of the sender's messages wait, nobody else does. If an object is both kinds of listener
     * only this one is called.
     */
    @FunctionalInterface
    interface AsyncMessageListener extends ServerChannelListener {

        /**
         * Is called with each message, which may be changed until the returned stage completes.
         *
         * <p>A listener that throws, or whose stage fails, is logged and counts as one that answered
         * true.
         *
         * @param from the sender, or null if code on the server published without a session
         * @param channel the channel of the message, also if the listener is on a wild channel
         * @return completes with false to stop: no further listener and no subscriber sees the message
         */
        CompletionStage<Boolean> onMessageAsync(
                @Nullable ServerSession from, ServerChannel channel, ServerMessage.Mutable message);
    }

    /**
     * Is told of subscriptions to one channel, before the {@link BayeuxServer.SubscriptionListener}s.
     */
    interface SubscriptionListener extends ServerChannelListener {

        /**
         * Is called after a session subscribed.
         *
         * @param message the client's request; null if code on the server subscribed it
         */
        default void subscribed(ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {}

        /**
         * Is called after a session unsubscribed or ended.
         *
         * @param message the client's request; null if code on the server unsubscribed it, or the
         *     session ended
         */
        default void unsubscribed(ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {}
    }
}
