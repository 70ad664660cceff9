package org.bayeux.server.engine.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.ServerSession.MaxQueueListener;
import org.bayeux.api.server.ServerSession.ServerSessionListener;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who says what becomes of a message for which a session has no room: its listeners, where there are any, else
 * the channel of the message, else the configuration. Clients in this process have listeners at most.
 *
 * <p>Thread-safe; holds no state of its own. Whether there is room is decided anew, under the lock of the session.
 *
 * @param receiver whose queue is full
 * @param session its queue
 * @param host knows the channels
 * @param listeners of the receiver
 */
record FullQueue(ServerSession receiver, Session session, SessionHost host, Iterable<ServerSessionListener> listeners) {

    /** Returns whether the message was taken after all. */
    boolean offer(@Nullable ServerSession sender, BayeuxMessage message, @Nullable Duration lazyFor) {
        if (UserCode.isAny(listeners, MaxQueueListener.class)) {
            // Lazy messages may have made room by leaving.
            Offer offer = session.offer(message, lazyFor, null);
            boolean taken = offer == Offer.TAKEN;
            return taken
                    || (offer == Offer.FULL
                            && mayExceed(sender, message)
                            && session.offer(message, lazyFor, QueuePolicy.LISTENER) == Offer.TAKEN);
        }
        Offer offer = session.offer(message, lazyFor, policyFor(message));
        if (offer == Offer.OVERFLOWED) {
            SessionLog.tooSlow(receiver, session.limits().queue());
        }
        return offer == Offer.TAKEN;
    }

    private QueuePolicy policyFor(BayeuxMessage message) {
        if (receiver.isLocalSession()) {
            return QueuePolicy.LISTENER;
        }
        QueuePolicy ofChannel = host.queuePolicy(message);
        return ofChannel == null ? session.limits().queue().policy() : ofChannel;
    }

    /** Asks on a copy; what listeners took out of that leaves the queue too, if it is still there. */
    private boolean mayExceed(@Nullable ServerSession sender, BayeuxMessage message) {
        List<BayeuxMessage> before = session.queued();
        Queue<ServerMessage> queue = new ArrayDeque<>(before);
        boolean may = UserCode.allAgree(
                listeners, MaxQueueListener.class, it -> it.queueMaxed(receiver, queue, sender, message));
        Set<ServerMessage> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(queue);
        List<BayeuxMessage> removed =
                before.stream().filter(it -> !kept.contains(it)).toList();
        if (!removed.isEmpty()) {
            session.discard(removed);
        }
        return may;
    }
}
