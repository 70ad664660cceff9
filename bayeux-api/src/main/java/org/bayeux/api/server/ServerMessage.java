package org.bayeux.api.server;

import org.bayeux.api.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message on the server, together with how it came and what answers it.
 *
 * <p>Threads: see {@link Message}. Source: manual, 9.3.5.1 and 9.3.9.
 */
public interface ServerMessage extends Message {

    /**
     * Returns the other half of a request and its reply, each of which knows the other. On a request
     * this is the reply in the making, and changing it is how a policy or listener customises the
     * answer.
     *
     * @return the other half, or null if this message is neither request nor reply
     */
    ServerMessage.@Nullable Mutable getAssociated();

    /** Tells whether this message need not be delivered at once. */
    boolean isLazy();

    /**
     * Returns what is known about the request that carried this message. Unlike {@link
     * BayeuxServer#getContext()} it does not depend on the calling thread.
     *
     * @return the context, or null if no client sent the message; that of a local session knows of no
     *     request
     */
    @Nullable
    BayeuxContext getBayeuxContext();

    /**
     * Returns the transport that carried this message.
     *
     * @return the transport, or null if the message did not come from a remote client
     */
    @Nullable
    ServerTransport getServerTransport();

    /**
     * A message on the server that may still be changed.
     *
     * <p>Not thread-safe.
     */
    interface Mutable extends ServerMessage, Message.Mutable {

        /**
         * Ties request and reply together.
         *
         * @param message the other half; null to untie
         */
        void setAssociated(ServerMessage.@Nullable Mutable message);

        /** Says whether this message may wait until others are delivered. */
        void setLazy(boolean lazy);
    }
}
