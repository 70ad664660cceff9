package org.bayeux.api.server;

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.bayeux.api.Bayeux;
import org.bayeux.api.Message;
import org.bayeux.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * The server's end of a session: it queues the messages for one client and gets them there.
 *
 * <p>All methods are thread-safe and do not wait for the network. Listeners and extensions are called
 * without any lock held, so they may publish, deliver and disconnect. Source: manual, 6.3.1 to 6.3.4.
 */
public interface ServerSession extends Session {

    /** Returns the id that the protocol calls {@code clientId}. */
    @Override
    String getId();

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

    /**
     * Adds a listener; an object that implements several listener interfaces is told about all of
     * them.
     */
    void addListener(ServerSessionListener listener);

    /** Removes a listener added before; does nothing if it is not there. */
    void removeListener(ServerSessionListener listener);

    /**
     * Returns the transport by which the client reached the server last.
     *
     * @return the transport, or null for a local session
     */
    @Nullable
    ServerTransport getServerTransport();

    /** Tells whether the client lives inside this server. */
    boolean isLocalSession();

    /**
     * Returns the client's end if it lives inside this server.
     *
     * @return the client's end, or null if the client is remote
     */
    @Nullable
    LocalSession getLocalSession();

    /**
     * Sends a message to this client alone, whether it is subscribed or not. Does nothing if the
     * session has ended.
     *
     * @param sender the session that counts as sender, which the client never sees; null if there is
     *     none
     * @param message the message, which must have a channel; it must not be used again
     */
    void deliver(@Nullable Session sender, ServerMessage.Mutable message);

    /**
     * Sends a payload to this client alone, see {@link #deliver(Session, ServerMessage.Mutable)}.
     *
     * @param sender the session that counts as sender, which the client never sees; null if there is
     *     none
     * @param channel the channel that the client will see
     * @param data anything that the JSON library can write; null for a message without payload
     */
    void deliver(@Nullable Session sender, String channel, @Nullable Object data);

    /**
     * Lists the channels this session is subscribed to, wild ones as such.
     *
     * @return an unmodifiable snapshot
     */
    Set<ServerChannel> getSubscriptions();

    /** Returns how many messages wait for this client, without those being written right now. */
    int getQueueSize();

    /**
     * Returns what the client's program called itself, which over HTTP is the {@code User-Agent}.
     *
     * @return the text, or null if it is not known
     */
    @Nullable
    String getUserAgent();

    /**
     * Returns how long this client shall wait before its next connect.
     *
     * @return milliseconds, or -1 if the transport's value holds
     */
    long getInterval();

    /**
     * Sets how long this client shall wait before its next connect. The client learns of it by the
     * advice of the next answer to a connect.
     *
     * @param interval milliseconds, or -1 for the transport's value
     */
    void setInterval(long interval);

    /**
     * Returns how long a connect of this client is held.
     *
     * @return milliseconds, or -1 if the transport's value holds
     */
    long getTimeout();

    /**
     * Sets how long a connect of this client is held, from the next one on.
     *
     * @param timeout milliseconds, or -1 for the transport's value
     */
    void setTimeout(long timeout);

    /**
     * Returns how long this client may stay away before the server ends its session.
     *
     * @return milliseconds, or -1 if the transport's value holds
     */
    long getMaxInterval();

    /**
     * Sets how long this client may stay away before the server ends its session.
     *
     * @param maxInterval milliseconds, or -1 for the transport's value
     */
    void setMaxInterval(long maxInterval);

    /**
     * Returns until when the credentials of this client are good.
     *
     * @return the moment at which the session ends, or null if it does not end for that reason
     */
    @Nullable
    Instant getCredentialsExpiry();

    /**
     * Sets until when the credentials of this client are good, such as the expiry of the token that it showed. At that
     * moment the session ends: what waits for the client leaves first if it can be reached, then its held connect is
     * answered with the error {@code 401::credentials_expired} and the advice to shake hands again, and
     * {@link RemoveListener}s are told without a timeout. Whatever the client sends later belongs to no session.
     *
     * <p>A later moment renews the credentials: subscriptions, waiting messages and a held connect stay as they are.
     * Either the renewal comes in time or the session ends, never both. Has no effect on a session that has ended.
     *
     * <p>May be called at any time and from any thread, also within {@link SecurityPolicy#canHandshake}, or before what
     * that returns is completed; a handshake whose credentials have expired by the time it is accepted is refused.
     * How long it is until then is measured when this is called, so setting the system's clock later moves nothing.
     *
     * @param expiry the moment; one that has passed ends the session now; null: no such end, which is the default
     */
    void setCredentialsExpiry(@Nullable Instant expiry);

    /** Root of the listeners that are told about one session. */
    interface ServerSessionListener extends Bayeux.BayeuxListener {}

    /** Is told when the handshake succeeded. */
    @FunctionalInterface
    interface AddListener extends ServerSessionListener {

        /** Is called after the session was added, and before the client learns of it. */
        void added(ServerSession session);
    }

    /** Is told when the session ended. */
    @FunctionalInterface
    interface RemoveListener extends ServerSessionListener {

        /**
         * Is called after the session ended, exactly once.
         *
         * @param timeout true if the client vanished, false if it or the server disconnected
         */
        void removed(ServerSession session, boolean timeout);
    }

    /** Sees each message for this session before it is queued, and may drop it for this session. */
    @FunctionalInterface
    interface MessageListener extends ServerSessionListener {

        /**
         * Is called with each message that goes to the client, replies excepted.
         *
         * <p>A listener that throws is logged and counts as one that returned true.
         *
         * @param session the receiver
         * @param sender the sender, or null if it is not a session
         * @return false to drop the message for this session; other listeners do not see it then
         */
        boolean onMessage(ServerSession session, @Nullable ServerSession sender, ServerMessage message);
    }

    /** Is told of each message that is about to be queued. */
    @FunctionalInterface
    interface QueueListener extends ServerSessionListener {

        /**
         * Is called with each message that passed all other listeners.
         *
         * @param sender the sender, or null if it is not a session
         */
        void queued(@Nullable ServerSession sender, ServerMessage message);
    }

    /** Sees messages on their way out, as the last one to do so. */
    @FunctionalInterface
    interface DeQueueListener extends ServerSessionListener {

        /**
         * Is called with the messages that are about to be sent together.
         *
         * @param queue the messages in their order, which may be removed, replaced and added to; it
         *     belongs to the listener until it returns. Replies to the client's own requests are not
         *     in it. If they cannot be sent after all, they wait again as the listeners left them, and
         *     are shown again with what has come since.
         */
        void deQueue(ServerSession session, Queue<ServerMessage> queue);
    }

    /**
     * Decides what happens when more would be kept for the client than {@code maxQueue} or
     * {@code maxQueueBytes} allow. Where there is one, no {@link QueuePolicy} counts.
     */
    @FunctionalInterface
    interface MaxQueueListener extends ServerSessionListener {

        /**
         * Is called when a message would exceed the limit.
         *
         * <p>The queue is a copy. When the listener returns, messages it removed from the copy are
         * removed from the session's queue; those sent or queued in between are not touched. Messages
         * added to the copy are ignored.
         *
         * <p>If all of them throw, the message is queued. To give the client up, disconnect the session
         * and return false.
         *
         * @param session the receiver
         * @param queue a copy of the messages that wait, in their order
         * @param sender the sender, or null if it is not a session
         * @param message the message that exceeds the limit
         * @return true to queue the message nevertheless, false to drop it
         */
        boolean queueMaxed(
                ServerSession session, Queue<ServerMessage> queue, @Nullable ServerSession sender, Message message);
    }

    /** Is told when a connect is held and when it is answered. */
    interface HeartBeatListener extends ServerSessionListener {

        /**
         * Is called after the server decided to hold a connect.
         *
         * @param message the connect
         * @param timeout milliseconds for which it is held if nothing else happens
         */
        default void onSuspended(ServerSession session, ServerMessage message, long timeout) {}

        /**
         * Is called when a connect that was held is about to be answered.
         *
         * @param message the connect
         * @param timeout true if nothing happened for the whole time
         */
        default void onResumed(ServerSession session, ServerMessage message, boolean timeout) {}
    }

    /**
     * Sees the messages of one session and may change or drop them, after the {@link
     * BayeuxServer.Extension}s did.
     *
     * <p>All methods let messages pass by default, so an extension overrides what it needs. A method
     * that throws is logged and counts as one that let the message pass. Source: manual, 6.3.4 and
     * chapter 10.
     */
    interface Extension {

        /**
         * Is called with each incoming message that is not a meta message.
         *
         * @return false to drop the message; the sender gets an answer that says so
         */
        default boolean rcv(ServerSession session, ServerMessage.Mutable message) {
            return true;
        }

        /**
         * Is called with each incoming meta message.
         *
         * @return false to drop the message; the sender gets an answer that says so
         */
        default boolean rcvMeta(ServerSession session, ServerMessage.Mutable message) {
            return true;
        }

        /**
         * Is called with each outgoing message that is not a meta message. The message is shared with
         * other receivers: to change it, return another one made by {@link
         * BayeuxServer#newMessage()}.
         *
         * @return the message to send, the same or another one; null to drop it
         */
        default @Nullable ServerMessage send(ServerSession session, ServerMessage message) {
            return message;
        }

        /**
         * Is called with each outgoing meta message.
         *
         * @return false to drop the message
         */
        default boolean sendMeta(ServerSession session, ServerMessage.Mutable message) {
            return true;
        }
    }
}
