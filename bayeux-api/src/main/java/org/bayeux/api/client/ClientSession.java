package org.bayeux.api.client;

import java.util.List;
import java.util.Map;
import org.bayeux.api.Bayeux;
import org.bayeux.api.Message;
import org.bayeux.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * The client's end of a session: it shakes hands, offers channels and calls the server.
 *
 * <p>Methods that talk to the server return at once; their callbacks are told the outcome, a network
 * failure included, in a message that is not {@link Message#isSuccessful() successful}. All methods
 * are thread-safe. Source: manual, 9.2.
 */
public interface ClientSession extends Session {

    /**
     * Adds an extension through which every message of this session passes from now on. Incoming
     * messages pass extensions in the order they were added, outgoing ones in reverse order.
     */
    void addExtension(Extension extension);

    /** Removes an extension added before; does nothing if it is not there. */
    void removeExtension(Extension extension);

    /**
     * Lists the extensions in the order they were added.
     *
     * @return an unmodifiable snapshot
     */
    List<Extension> getExtensions();

    /** Begins the session. Not to be repeated unless the session was disconnected. */
    default void handshake() {
        handshake(null, null);
    }

    /**
     * Begins the session, sending more fields with the request.
     *
     * @param template fields to add, such as {@code ext} with credentials; null for none
     */
    default void handshake(@Nullable Map<String, @Nullable Object> template) {
        handshake(template, null);
    }

    /**
     * Begins the session and tells how it went.
     *
     * @param callback is told the server's answer to each handshake of this session, repeated ones
     *     included; null if nobody needs to know
     */
    default void handshake(ClientSessionChannel.@Nullable MessageListener callback) {
        handshake(null, callback);
    }

    /**
     * Begins the session, sending more fields with the request, and tells how it went.
     *
     * @param template fields to add, such as {@code ext} with credentials; null for none. They are
     *     sent again when the client has to repeat the handshake.
     * @param callback is told the server's answer to each handshake of this session, repeated ones
     *     included; null if nobody needs to know
     */
    void handshake(
            @Nullable Map<String, @Nullable Object> template, ClientSessionChannel.@Nullable MessageListener callback);

    /** Ends the session without waiting for the server's answer. */
    @Override
    default void disconnect() {
        disconnect(null);
    }

    /**
     * Ends the session and tells how it went.
     *
     * @param callback is told the server's answer; null if nobody needs to know
     */
    void disconnect(ClientSessionChannel.@Nullable MessageListener callback);

    /**
     * Returns this session's view of a channel. Nothing is sent: the server learns of the channel by
     * the first subscription or publish.
     *
     * @param channelName the name, which may be wild
     * @return the channel, always the same until it is released
     * @throws IllegalArgumentException if the name is not legal
     */
    ClientSessionChannel getChannel(String channelName);

    /**
     * Calls a method on the server.
     *
     * @param target what the method's {@code @RemoteCall} says, with or without a slash before it
     * @param data the arguments: anything that the JSON library can write; null for none
     * @param callback is told the result or the failure, which is the message's data
     * @throws IllegalArgumentException if the target does not make a legal channel name
     */
    void remoteCall(String target, @Nullable Object data, MessageListener callback);

    /** Is told the outcome of a remote call. */
    @FunctionalInterface
    interface MessageListener extends Bayeux.BayeuxListener {

        /** Is called once, with the answer or with a message that tells why there is none. */
        void onMessage(Message message);
    }

    /**
     * Sees every message of one client and may change or drop it.
     *
     * <p>All methods let messages pass by default, so an extension overrides what it needs. A method
     * that throws is logged and counts as one that returned true. Source: manual, chapter 10.
     */
    interface Extension {

        /**
         * Is called with each incoming message that is not a meta message.
         *
         * @return false to drop the message
         */
        default boolean rcv(ClientSession session, Message.Mutable message) {
            return true;
        }

        /**
         * Is called with each incoming meta message.
         *
         * @return false to drop the message
         */
        default boolean rcvMeta(ClientSession session, Message.Mutable message) {
            return true;
        }

        /**
         * Is called with each outgoing message that is not a meta message.
         *
         * @return false to drop the message
         */
        default boolean send(ClientSession session, Message.Mutable message) {
            return true;
        }

        /**
         * Is called with each outgoing meta message.
         *
         * @return false to drop the message
         */
        default boolean sendMeta(ClientSession session, Message.Mutable message) {
            return true;
        }
    }
}
