package org.bayeux.api.server;

/**
 * What happens to a message for which a session has no room: when as much is kept for its client as {@code maxQueue} or
 * {@code maxQueueBytes} allow. It is for sessions without a {@link ServerSession.MaxQueueListener}.
 *
 * <p>Only messages that still wait can be dropped to make room, not those on their way or not yet acknowledged. Where these
 * leave no room by themselves, the message that comes is not taken, whatever the policy says but {@link #DISCONNECT} and
 * {@link #LISTENER}. Answers to remote calls are never dropped: if there is no room for one, the session is disconnected,
 * since a client that gets no answer has to know.
 */
public enum QueuePolicy {

    /** The session ends: the client has to shake hands again, and knows by that what it may have missed. */
    DISCONNECT,

    /** The oldest messages go, as many as needed. */
    DROP_OLDEST,

    /** The message that comes is not taken. */
    DROP_NEWEST,

    /** Of each channel only the newest message stays; if that is not enough, the oldest go. */
    CONFLATE,

    /** The message is taken nevertheless, so that only listeners limit the queue. */
    LISTENER
}
