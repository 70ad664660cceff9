package org.bayeux.server.engine.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.ServerSession.DeQueueListener;
import org.bayeux.api.server.ServerSession.MessageListener;
import org.bayeux.api.server.ServerSession.QueueListener;
import org.bayeux.api.server.ServerSession.ServerSessionListener;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.watch.Journey;
import org.bayeux.server.engine.watch.Journeys;
import org.bayeux.server.spi.Loss;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a message on its way into the queue of a session and out of it again: extensions, listeners, the queue
 * (manual 6.3.4, steps 6 and 7).
 *
 * <p>Thread-safe; holds no state of its own.
 */
final class Delivery {

    private final ServerSession receiver;
    private final Session session;
    private final SessionExtensions extensions;
    private final Iterable<ServerSessionListener> listeners;
    private final FullQueue fullQueue;
    private final SessionWatch watch;

    Delivery(
            ServerSession receiver,
            Session session,
            SessionHost host,
            SessionExtensions extensions,
            Iterable<ServerSessionListener> listeners,
            SessionWatch watch) {
        this.receiver = receiver;
        this.session = session;
        this.extensions = extensions;
        this.listeners = listeners;
        this.fullQueue = new FullQueue(receiver, session, host, listeners);
        this.watch = watch;
    }

    /**
     * Takes a message towards the client.
     *
     * @return whether it waits there now
     * @throws org.bayeux.wire.JsonWriteException if the message is not frozen and has no JSON form
     */
    boolean receive(@Nullable ServerSession sender, ServerMessage message, @Nullable Duration lazyFor) {
        Journey journey = watch.begins(message, sender);
        return journey == null ? take(sender, message, lazyFor) : journey.finish(() -> take(sender, message, lazyFor));
    }

    private boolean take(@Nullable ServerSession sender, ServerMessage message, @Nullable Duration lazyFor) {
        if (!(extensions.outgoing(receiver, message) instanceof BayeuxMessage outgoing)
                || !(outgoing == message ? freeze(outgoing) : tryToFreeze(outgoing))) {
            watch.dropped(message, Loss.EXTENSION);
        } else if (UserCode.allAgree(
                listeners,
                MessageListener.class,
                // Whoever was asked before may have ended the session.
                it -> !session.isClosed() && it.onMessage(receiver, sender, outgoing))) {
            watch.queueing(outgoing, sender);
            return enqueue(sender, outgoing, lazyFor);
        } else {
            watch.dropped(outgoing, Loss.LISTENER);
        }
        return false;
    }

    /** Lets the listeners change what is about to leave; returns what leaves. */
    List<BayeuxMessage> leaving(List<BayeuxMessage> messages) {
        List<BayeuxMessage> leaving = leftByListeners(messages);
        watch.leaving(leaving);
        return leaving;
    }

    private List<BayeuxMessage> leftByListeners(List<BayeuxMessage> messages) {
        if (!UserCode.isAny(listeners, DeQueueListener.class)) {
            return messages;
        }
        Queue<ServerMessage> queue = new ArrayDeque<>(messages);
        UserCode.tell(listeners, DeQueueListener.class, it -> it.deQueue(receiver, queue));
        List<BayeuxMessage> leaving = new ArrayList<>(messages.size());
        for (ServerMessage message : queue) {
            if (message instanceof BayeuxMessage outgoing && tryToFreeze(outgoing)) {
                leaving.add(outgoing);
            }
        }
        // Only what they left in place is followed any further.
        Journeys.kept(leaving);
        Journeys.lost(messages);
        return leaving;
    }

    private boolean enqueue(@Nullable ServerSession sender, BayeuxMessage message, @Nullable Duration lazyFor) {
        if (!UserCode.isAny(listeners, QueueListener.class)) {
            return offer(sender, message, lazyFor);
        }
        // Listeners hear of the message before it can leave, and only if there was room for it.
        session.startBatch();
        try {
            boolean taken = offer(sender, message, lazyFor);
            if (taken) {
                UserCode.tell(listeners, QueueListener.class, it -> it.queued(sender, message));
            }
            return taken;
        } finally {
            session.endBatch();
        }
    }

    private boolean offer(@Nullable ServerSession sender, BayeuxMessage message, @Nullable Duration lazyFor) {
        Offer offer = session.offer(message, lazyFor, null);
        boolean full = offer == Offer.FULL;
        boolean taken = full ? fullQueue.offer(sender, message, lazyFor) : offer == Offer.TAKEN;
        if (!taken) {
            watch.dropped(message, full ? Loss.QUEUE_FULL : Loss.SESSION_ENDED);
        }
        return taken;
    }

    private static boolean freeze(BayeuxMessage message) {
        message.freeze();
        return true;
    }

    /** What extensions and listeners put in place of a message must not stop those of others. */
    private static boolean tryToFreeze(BayeuxMessage message) {
        return UserCode.encodes(message::freeze);
    }
}
