package org.bayeux.server.engine.session;

import org.bayeux.api.server.QueuePolicy;
import org.bayeux.server.config.QueueLimits;
import org.bayeux.wire.BayeuxMessage;

/**
 * What a policy makes of a message for which there is no room.
 *
 * <p>Not thread-safe: guarded by the lock of the session.
 *
 * @param departures know whether there is room
 * @param outbox what can be dropped to make some
 * @param limits how much room there is
 */
record Overflow(Departures departures, Outbox outbox, QueueLimits limits) {

    Offer admit(BayeuxMessage message, QueuePolicy policy) {
        return switch (policy) {
            case LISTENER -> Offer.TAKEN;
            case DISCONNECT -> Offer.OVERFLOWED;
            case DROP_NEWEST -> Outbox.mayBeDropped(message) ? Offer.DROPPED : afterOldest(message);
            case DROP_OLDEST -> afterOldest(message);
            case CONFLATE -> {
                boolean replaces = Outbox.mayBeDropped(message) && message.hasChannel();
                outbox.conflate(replaces ? message.getChannel() : null);
                yield afterOldest(message);
            }
        };
    }

    private Offer afterOldest(BayeuxMessage message) {
        boolean room = departures.hasRoomFor(message, limits);
        while (!room && outbox.removeOldest()) {
            room = departures.hasRoomFor(message, limits);
        }
        return room ? Offer.TAKEN : Offer.OVERFLOWED;
    }
}
