package org.bayeux.oort;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.bayeux.oort.link.Network;
import org.bayeux.oort.link.Nodes;
import org.bayeux.oort.link.Peer;
import org.bayeux.server.spi.Ticker;
import org.bayeux.server.spi.Timers;

/**
 * Whether a node that has started has met those that were there before. The network knows its members, but not which of
 * them have a node: those say so within moments. Immutable.
 */
record Introduction(Network network, Nodes nodes, Comets comets, Ticker ticker, Timers timers) {

    private static final Duration LOOK = Duration.ofMillis(20);

    /** A node that is there has answered by then; a member that has not has no node. */
    private static final long ANSWERED = Duration.ofSeconds(3).toNanos();

    CompletionStage<Boolean> within(Duration limit) {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        look(met, ticker.nanos(), limit.toNanos());
        return met;
    }

    private void look(CompletableFuture<Boolean> met, long begun, long limit) {
        long passed = ticker.nanos() - begun;
        if (haveMet(passed)) {
            met.complete(true);
        } else if (passed >= limit) {
            met.complete(false);
        } else {
            timers.schedule(LOOK, () -> look(met, begun, limit));
        }
    }

    private boolean haveMet(long passed) {
        Collection<Peer> peers = nodes.all();
        Set<UUID> silent = network.otherMembers();
        Set<UUID> heard = peers.stream().map(Peer::member).collect(Collectors.toSet());
        return !nodes.isNameTaken()
                && peers.stream().allMatch(comets::hasJoined)
                && (passed >= ANSWERED || heard.containsAll(silent));
    }
}
