package org.bayeux.api.server;

import org.bayeux.api.ChannelId;
import org.jspecify.annotations.Nullable;

/**
 * Has a say in who may create, subscribe to or publish to the channels it is added to.
 *
 * <p>For an operation on a channel, the authorizers of that channel and of all wild channels matching
 * it are asked, after the {@link SecurityPolicy} allowed the operation. Without any authorizer the
 * operation is granted. Otherwise at least one must grant it and none may deny it; the first denial
 * ends the asking. Their order does not matter. Meta channels have no authorizers.
 *
 * <p>Local sessions are asked about too. An authorizer that throws is logged and counts as a denial.
 * It is called by many threads at once, without a lock held. Source: manual, 9.3.6.
 */
@FunctionalInterface
public interface Authorizer {

    /**
     * Judges one operation.
     *
     * @param channel the channel the operation is about, which is not the channel of the message when
     *     a client subscribes
     * @param session the session that wants it, never null, see {@link SecurityPolicy}
     * @param message the request
     */
    Result authorize(Operation operation, ChannelId channel, ServerSession session, ServerMessage message);

    /** What a session wants to do. */
    enum Operation {
        /** Make a channel that does not exist. */
        CREATE,
        /** Receive the messages of a channel. */
        SUBSCRIBE,
        /** Send a message to a channel. */
        PUBLISH
    }

    /**
     * An authorizer's judgement: granted, ignored or denied.
     *
     * <p>Immutable.
     */
    final class Result {

        private static final Result GRANTED = new Result("granted", "");
        private static final Result IGNORED = new Result("ignored", "");

        private final String name;
        private final String reason;

        private Result(String name, String reason) {
            this.name = name;
            this.reason = reason;
        }

        /** Grants the operation, unless another authorizer denies it. */
        public static Result grant() {
            return GRANTED;
        }

        /** Leaves the judgement to other authorizers; if none grants, the operation is refused. */
        public static Result ignore() {
            return IGNORED;
        }

        /**
         * Denies the operation, whatever others say.
         *
         * @param reason is told to the client as part of the error; null for none
         */
        public static Result deny(@Nullable String reason) {
            return new Result("denied", reason == null ? "" : reason);
        }

        /** Tells whether the operation was granted. */
        public boolean isGranted() {
            return this == GRANTED;
        }

        /** Tells whether the operation was denied. */
        public boolean isDenied() {
            return this != GRANTED && this != IGNORED;
        }

        /** Returns the reason of a denial, empty if none was given or nothing was denied. */
        public String getReason() {
            return reason;
        }

        @Override
        public String toString() {
            return reason.isEmpty() ? name : name + " (" + reason + ")";
        }
    }
}
