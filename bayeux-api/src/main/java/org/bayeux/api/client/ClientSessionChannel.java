package org.bayeux.api.client;

import java.util.List;
import org.bayeux.api.Bayeux;
import org.bayeux.api.Channel;
import org.bayeux.api.Message;
import org.jspecify.annotations.Nullable;

/**
 * A channel as one client sees it.
 *
 * <p>Listening costs nothing on the network and is the way to follow meta channels; subscribing asks
 * the server to send the channel's messages. Subscriptions end with the session and have to be made
 * again after each handshake. All methods are thread-safe. Source: manual, 9.2.2 and 9.2.3.
 */
public interface ClientSessionChannel extends Channel {

    /** Adds a listener, without telling the server. */
    void addListener(ClientSessionChannelListener listener);

    /** Removes a listener added before; does nothing if it is not there. */
    void removeListener(ClientSessionChannelListener listener);

    /**
     * Lists the listeners in the order they were added.
     *
     * @return an unmodifiable snapshot
     */
    List<ClientSessionChannelListener> getListeners();

    /** Returns the session this channel belongs to. */
    ClientSession getSession();

    /**
     * Publishes a payload and does not ask how it went.
     *
     * @param data anything that the JSON library can write
     * @throws IllegalStateException if this channel is wild or was released
     */
    default void publish(Object data) {
        publish(data, null);
    }

    /**
     * Publishes a payload and tells how it went.
     *
     * @param data anything that the JSON library can write
     * @param callback is told the server's answer; null if nobody needs to know
     * @throws IllegalStateException if this channel is wild or was released
     */
    void publish(Object data, @Nullable MessageListener callback);

    /**
     * Publishes a message with fields of its own and tells how it went.
     *
     * @param message the message, whose channel is set to this one; it must not be used again
     * @param callback is told the server's answer; null if nobody needs to know
     * @throws IllegalStateException if this channel is wild or was released
     */
    void publish(Message.Mutable message, @Nullable MessageListener callback);

    /**
     * Asks for the messages of this channel and does not ask how it went.
     *
     * @throws IllegalStateException if this channel was released
     */
    default void subscribe(MessageListener listener) {
        subscribe(listener, null);
    }

    /**
     * Asks for the messages of this channel and tells how it went. Only the first subscriber of a
     * channel makes the client ask the server.
     *
     * @param listener is told each message
     * @param callback is told the server's answer; null if nobody needs to know
     * @throws IllegalStateException if this channel was released
     */
    void subscribe(MessageListener listener, @Nullable MessageListener callback);

    /**
     * Takes one subscription back and does not ask how it went.
     *
     * @throws IllegalStateException if this channel was released
     */
    default void unsubscribe(MessageListener listener) {
        unsubscribe(listener, null);
    }

    /**
     * Takes one subscription back and tells how it went. Only the last subscriber of a channel makes
     * the client tell the server.
     *
     * @param callback is told the server's answer; null if nobody needs to know
     * @throws IllegalStateException if this channel was released
     */
    void unsubscribe(MessageListener listener, @Nullable MessageListener callback);

    /**
     * Takes all subscriptions of this session to this channel back.
     *
     * @throws IllegalStateException if this channel was released
     */
    void unsubscribe();

    /**
     * Lists the subscribers in the order they subscribed.
     *
     * @return an unmodifiable snapshot
     */
    List<MessageListener> getSubscribers();

    /**
     * Forgets this channel if nobody listens or subscribes to it, so that its memory is freed.
     *
     * @return true if it is forgotten; the session will make a new one when asked
     */
    boolean release();

    /** Tells whether this channel was forgotten and is of no use any more. */
    boolean isReleased();

    /** Root of the listeners that are told about one channel of a client. */
    interface ClientSessionChannelListener extends Bayeux.BayeuxListener {}

    /** Is told of messages on a channel. */
    @FunctionalInterface
    interface MessageListener extends ClientSessionChannelListener {

        /**
         * Is called with each message.
         *
         * @param channel the channel the listener was added to, which may be wild
         */
        void onMessage(ClientSessionChannel channel, Message message);
    }
}
