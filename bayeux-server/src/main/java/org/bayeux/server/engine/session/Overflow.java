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
            case DROP_NEWEST -> Outbox.mayBeDropped(message) ? Offer.DROPPED : makeRoom(message, false);
            case DROP_OLDEST -> makeRoom(message, false);
            case CONFLATE -> makeRoom(message, true);
        };
    }

    /** What is on its way or not acknowledged may leave no room by itself; then nothing is dropped in vain. */
    private Offer makeRoom(BayeuxMessage message, boolean conflating) {
        boolean room = false;
        if (departures.couldHaveRoomFor(message, limits)) {
            if (conflating) {
                boolean replaces = Outbox.mayBeDropped(message) && message.hasChannel();
                outbox.conflate(replaces ? message.getChannel() : null);
            }
            room = afterOldest(message);
        }
        if (room) {
            return Offer.TAKEN;
        }
        return Outbox.mayBeDropped(message) ? Offer.DROPPED : Offer.OVERFLOWED;
    }

    private boolean afterOldest(BayeuxMessage message) {
        boolean room = departures.hasRoomFor(message, limits);
        while (!room && outbox.removeOldest()) {
            room = departures.hasRoomFor(message, limits);
        }
        return room;
    }
}
