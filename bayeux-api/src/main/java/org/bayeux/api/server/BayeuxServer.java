package org.bayeux.api.server;

import java.util.List;
import org.bayeux.api.Bayeux;
import org.bayeux.api.MarkedReference;
import org.jspecify.annotations.Nullable;

/**
 * The Bayeux server of one application: it holds the sessions, the channels and what watches them.
 *
 * <p>Injected by CDI as a bean of the application; without CDI it is made by the server module. All
 * methods are thread-safe and do not wait for the network. Source: manual, 6.3.2 and 9.3.
 */
public interface BayeuxServer extends Bayeux {

    /**
     * Adds an extension through which every message of every session passes from now on. Incoming
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
    void addListener(BayeuxServerListener listener);

    /** Removes a listener added before; does nothing if it is not there. */
    void removeListener(BayeuxServerListener listener);

    /**
     * Looks up a channel, without making it.
     *
     * @return the channel, or null if it does not exist now; a channel that is not persistent may
     *     vanish at any time
     * @throws IllegalArgumentException if the name is not legal
     */
    @Nullable
    ServerChannel getChannel(String channelId);

    /**
     * Lists all channels, meta and service channels included.
     *
     * @return an unmodifiable snapshot
     */
    List<ServerChannel> getChannels();

    /**
     * Returns a channel, making and configuring it first if it does not exist.
     *
     * <p>Each new channel is configured exactly once: by the {@link ChannelListener}s, then by the
     * given initializers, before any other thread can see it. When the channel exists already the
     * initializers are not called.
     *
     * <p>A channel made this way is swept after a while if it is not persistent and nobody uses it.
     *
     * @return the channel, marked if this call made it
     * @throws IllegalArgumentException if the name is not legal
     */
    MarkedReference<ServerChannel> createChannelIfAbsent(
            String channelName, ConfigurableServerChannel.Initializer... initializers);

    /**
     * Looks up a session by its id.
     *
     * @return the session, or null if there is none, or it has ended
     */
    @Nullable
    ServerSession getSession(String clientId);

    /**
     * Lists all sessions, those of local clients included.
     *
     * @return an unmodifiable snapshot
     */
    List<ServerSession> getSessions();

    /**
     * Ends a session as if its client had disconnected. Listeners are told before this returns.
     *
     * @return true if this call ended it, false if it was not known
     */
    boolean removeSession(ServerSession session);

    /**
     * Makes a client that lives inside the server, not yet handshaken.
     *
     * @param idHint begins the id of the session, which helps to read logs
     */
    LocalSession newLocalSession(String idHint);

    /** Makes an empty message for the application to fill and to publish or deliver. */
    ServerMessage.Mutable newMessage();

    /** Returns the policy that is asked before a client may do something. */
    SecurityPolicy getSecurityPolicy();

    /** Replaces the policy. Operations under way may still be judged by the old one. */
    void setSecurityPolicy(SecurityPolicy securityPolicy);

    /**
     * Returns what is known about the request that carries the message being processed.
     *
     * <p>Ask for it anew for every message. It follows the calling thread: code that goes on in
     * another thread uses {@link ServerMessage#getBayeuxContext()}.
     *
     * @return the context, or null if the calling thread processes no message of a remote client
     */
    @Nullable
    BayeuxContext getContext();

    /**
     * Returns the transport that carries the message being processed. It follows the calling thread
     * like {@link #getContext()}.
     *
     * @return the transport, or null if the calling thread processes no message of a remote client
     */
    @Nullable
    ServerTransport getCurrentTransport();

    /** Root of the listeners that are told about the server as a whole. */
    interface BayeuxServerListener extends BayeuxListener {}

    /** Is told when channels come and go, and may configure each new one. */
    interface ChannelListener extends BayeuxServerListener, ConfigurableServerChannel.Initializer {

        /**
         * Configures a new channel before anybody else can see it. Does nothing by default. If it
         * throws, the channel is not made: it might lack an authorizer.
         */
        @Override
        default void configureChannel(ConfigurableServerChannel channel) {}

        /** Is called after a channel was added; the channel may be in use already. */
        default void channelAdded(ServerChannel channel) {}

        /** Is called after a channel was removed. */
        default void channelRemoved(String channelId) {}
    }

    /** Is told when sessions come and go. */
    interface SessionListener extends BayeuxServerListener {

        /**
         * Is called after the policy allowed the handshake and before its answer is sent.
         *
         * @param message the handshake request
         */
        default void sessionAdded(ServerSession session, ServerMessage message) {}

        /**
         * Is called after a session ended, exactly once.
         *
         * @param timedout true if the client vanished, false if it or the server disconnected
         */
        default void sessionRemoved(ServerSession session, boolean timedout) {}
    }

    /**
     * Is told of subscriptions to any channel, after the channel's own {@link
     * ServerChannel.SubscriptionListener}s.
     */
    interface SubscriptionListener extends BayeuxServerListener {

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

    /**
     * Sees every message of every session before anything else does, and may change or drop it.
     *
     * <p>All methods let messages pass by default, so an extension overrides what it needs. A method
     * that throws is logged and counts as one that returned true. Extensions are called by many
     * threads at once. Source: manual, 6.3.4 and chapter 10.
     */
    interface Extension {

        /**
         * Is called with each incoming message that is not a meta message.
         *
         * @param from the sender, or null if the message belongs to no known session
         * @return false to drop the message; the sender gets an answer that says so
         */
        default boolean rcv(@Nullable ServerSession from, ServerMessage.Mutable message) {
            return true;
        }

        /**
         * Is called with each incoming meta message.
         *
         * @param from the sender, or null if the message belongs to no known session
         * @return false to drop the message; the sender gets an answer that says so
         */
        default boolean rcvMeta(@Nullable ServerSession from, ServerMessage.Mutable message) {
            return true;
        }

        /**
         * Is called with each outgoing message that is not a meta message: once per broadcast,
         * however many subscribers there are.
         *
         * @param from the sender, or null if it is not a session
         * @param to the receiver, or null for a broadcast
         * @return false to drop the message
         */
        default boolean send(@Nullable ServerSession from, @Nullable ServerSession to, ServerMessage.Mutable message) {
            return true;
        }

        /**
         * Is called with each outgoing meta message.
         *
         * @param to the receiver, or null if the answer goes to no known session
         * @return false to drop the message
         */
        default boolean sendMeta(@Nullable ServerSession to, ServerMessage.Mutable message) {
            return true;
        }
    }
}
