package org.bayeux.oort.link;

import java.util.Collection;
import java.util.Optional;

/**
 * Notices nodes whose name another living node has, so that a name is never that of two. One that was killed and has come back
 * waits until the others have noticed.
 *
 * <p>Asked by whoever holds the lock of {@link Nodes}, but for {@link #isHeardSince}, which anybody may ask.
 */
final class Namesakes {

    private static final System.Logger LOGGER = System.getLogger(Namesakes.class.getName());

    private final String own;
    private final Told told = new Told();

    /** When a node was heard last that has the own name. */
    private volatile Optional<Long> heard = Optional.empty();

    /** Makes one for a node of that name. */
    Namesakes(String own) {
        this.own = own;
    }

    /** Whether the name of a newcomer is that of this node or of one of those who live. */
    boolean include(Packet.Hello newcomer, Collection<Peer> living, long now) {
        boolean mine = own.equals(newcomer.url());
        if (mine) {
            heard = Optional.of(now);
        }
        boolean used = mine || living.stream().anyMatch(it -> it.url().equals(newcomer.url()));
        if (used && told.isNew(newcomer.from())) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "BYX-6008: A node with the name {0} waits: another one has it, or had it until a moment ago.",
                    newcomer.url());
        }
        return used;
    }

    /** Whether another node has had the own name since then: both were given it, and neither knows who is to give way. */
    boolean isHeardSince(long time) {
        return heard.map(at -> at - time >= 0).orElse(false);
    }
}
