package org.bayeux.server.engine.channel;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many channels exist because clients from outside made them.
 *
 * <p>Thread-safe: an atomic number, in which slots count from the moment they are reserved.
 */
public final class ClientChannels {

    private final int most;
    private final AtomicInteger count = new AtomicInteger();

    /** Counts from zero; a limit that is not positive is none. */
    public ClientChannels(int most) {
        this.most = most;
    }

    /** How many there are, those included for which room is reserved. */
    int count() {
        return count.get();
    }

    /** Reserves room for channels that are about to be made; {@code false}: there is not enough. */
    boolean reserve(int channels) {
        int limit = most <= 0 ? Integer.MAX_VALUE : most;
        int before = count.getAndUpdate(now -> now <= limit - channels ? now + channels : now);
        return before <= limit - channels;
    }

    /** The room reserved for one call. */
    Slots slots(int reserved) {
        return new Slots(reserved);
    }

    /** One of them has gone. */
    void removed() {
        count.decrementAndGet();
    }

    /** What was reserved and is not used yet. Confined to the call that makes channels. */
    final class Slots {

        private int free;

        private Slots(int reserved) {
            free = reserved;
        }

        /** A channel was made; one that was found missing only now counts too. */
        void use() {
            if (free > 0) {
                free--;
            } else {
                count.incrementAndGet();
            }
        }

        /** Others were faster, or not all could be made. */
        void giveBack() {
            count.addAndGet(-free);
            free = 0;
        }
    }
}
