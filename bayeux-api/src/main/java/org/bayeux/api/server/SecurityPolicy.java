package org.bayeux.api.server;

import java.util.concurrent.CompletionStage;
import org.bayeux.api.ChannelId;

/**
 * Decides whether clients may shake hands, create channels, subscribe and publish.
 *
 * <p>The methods here allow what well-behaved clients do: everybody may shake hands, and whoever did
 * may use all channels but meta ones; remote sessions may not subscribe to {@code /*} and
 * {@code /**}, because these would show them the messages of all others. So an implementation
 * overrides what it wants to control, and the other rules stay.
 *
 * <p>The session is never null. A sender that never shook hands comes as a session that is not
 * {@link ServerSession#isHandshook() handshaken} and not known to the server. Local sessions are asked
 * about too and are usually trusted: see {@link ServerSession#isLocalSession()}.
 *
 * <p>A method that throws is logged and grants nothing; the client is told that it may shake hands again
 * later, since it was not refused. Refused requests get a reply with an
 * error; {@link ServerMessage#getAssociated()} is that reply and may be customised. Methods are called
 * by many threads at once, without a lock held. Source: manual, 9.3.4 and 9.3.5.
 */
public interface SecurityPolicy {

    /**
     * Decides whether a client may begin a session; here everybody may.
     *
     * @param session the session to be, not known to the server yet; listeners, extensions and
     *     attributes may be added to it
     * @param message the handshake request
     * @return false to refuse; the client is advised not to come back unless the reply's advice says
     *     something else
     */
    default boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
        return true;
    }

    /**
     * Decides whether a channel that does not exist may be created by subscribing or publishing; here
     * whoever shook hands may create all but meta channels.
     *
     * @param channelId the legal name of the channel to be
     * @param message the request to subscribe or publish
     * @return false to refuse
     */
    default boolean canCreate(BayeuxServer server, ServerSession session, String channelId, ServerMessage message) {
        return session.isHandshook() && !ChannelId.isMeta(channelId);
    }

    /**
     * Decides whether a client may subscribe to a channel; here whoever shook hands may, but nobody to
     * meta channels, and no remote session to {@code /*} and {@code /**}.
     *
     * @param channel the channel, which may be wild
     * @param message the subscribe request
     * @return false to refuse
     */
    default boolean canSubscribe(
            BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
        boolean toEverything = channel.isWild() && channel.getChannelId().depth() == 1;
        return session.isHandshook() && !channel.isMeta() && (session.isLocalSession() || !toEverything);
    }

    /**
     * Decides whether a client may publish to a channel; here whoever shook hands may, but nobody to
     * meta channels.
     *
     * @param channel the channel, which is never wild
     * @param message the message to be published
     * @return false to refuse
     */
    default boolean canPublish(
            BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
        return session.isHandshook() && !channel.isMeta();
    }

    /**
     * A policy that may answer later without holding a thread, because it asks a database, say.
     *
     * <p>The server calls the asynchronous methods only. The blocking ones wait for them, for the sake
     * of other callers. A stage that fails counts as a method that throws. While an answer is open the
     * rest of the sender's messages wait, nobody else does; one that may stay open for ever should have
     * a limit of its own, as by {@code CompletableFuture.orTimeout}.
     */
    interface Async extends SecurityPolicy {

        /**
         * Decides like {@link #canHandshake}.
         *
         * @return completes with false to refuse
         */
        CompletionStage<Boolean> canHandshakeAsync(BayeuxServer server, ServerSession session, ServerMessage message);

        /**
         * Decides like {@link #canCreate}.
         *
         * @return completes with false to refuse
         */
        CompletionStage<Boolean> canCreateAsync(
                BayeuxServer server, ServerSession session, String channelId, ServerMessage message);

        /**
         * Decides like {@link #canSubscribe}.
         *
         * @return completes with false to refuse
         */
        CompletionStage<Boolean> canSubscribeAsync(
                BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message);

        /**
         * Decides like {@link #canPublish}.
         *
         * @return completes with false to refuse
         */
        CompletionStage<Boolean> canPublishAsync(
                BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message);

        /** Waits for {@link #canHandshakeAsync}; never called by the server. */
        @Override
        default boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
            return canHandshakeAsync(server, session, message)
                    .toCompletableFuture()
                    .join();
        }

        /** Waits for {@link #canCreateAsync}; never called by the server. */
        @Override
        default boolean canCreate(BayeuxServer server, ServerSession session, String channelId, ServerMessage message) {
            return canCreateAsync(server, session, channelId, message)
                    .toCompletableFuture()
                    .join();
        }

        /** Waits for {@link #canSubscribeAsync}; never called by the server. */
        @Override
        default boolean canSubscribe(
                BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
            return canSubscribeAsync(server, session, channel, message)
                    .toCompletableFuture()
                    .join();
        }

        /** Waits for {@link #canPublishAsync}; never called by the server. */
        @Override
        default boolean canPublish(
                BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
            return canPublishAsync(server, session, channel, message)
                    .toCompletableFuture()
                    .join();
        }
    }
}
