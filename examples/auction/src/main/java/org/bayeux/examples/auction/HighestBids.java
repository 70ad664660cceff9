package org.bayeux.examples.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentMap;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.oort.OortMap;
import org.bayeux.oort.OortMasterLong;
import org.bayeux.oort.OortObject.Info;
import org.bayeux.oort.OortStringMap;
import org.bayeux.oort.Shared;
import org.jspecify.annotations.Nullable;

/**
 * Shares the highest bids with the other nodes, and tells clients of this one. Each node takes the bids of others into its
 * own part, so those of a node that ends are not lost.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
class HighestBids {

    @Inject
    private Auction auction;

    @Inject
    private BayeuxServer bayeux;

    @Inject
    @Shared("auction.bids")
    private OortStringMap<Bid> bids;

    @Inject
    @Shared("auction.numbers")
    private OortMasterLong numbers;

    /** Begins to hear of bids, and takes those that other nodes know already. */
    void open() {
        bids.addListener(new OortMap.DeltaListener<>(bids));
        bids.addEntryListener(new OortMap.EntryListener<>() {
            @Override
            public void onPut(Info<ConcurrentMap<String, Bid>> info, OortMap.Entry<String, Bid> entry) {
                Bid bid = entry.getNewValue();
                if (!info.isLocal() && bid != null) {
                    offer(entry.getKey(), bid);
                }
            }
        });
        bids.forEach(info -> info.getObject().forEach(this::offer));
    }

    /** Whether there is a master, who gives out numbers, as far as this node knows. */
    boolean areNumbered() {
        return numbers.getMasterOortURL() != null;
    }

    /** A number that no other bid has on any node; fails with words for the bidder while the cluster has no master. */
    CompletionStage<Long> nextNumber() {
        CompletableFuture<Long> number = new CompletableFuture<>();
        numbers.getAndAdd(1, new OortMasterLong.Callback() {
            @Override
            public void succeeded(Long result) {
                number.complete(result);
            }

            @Override
            public void failed(@Nullable Object failure) {
                number.completeExceptionally(
                        new RemoteCall.Failure("The servers have no master just now. Bid again in a moment."));
            }
        });
        return number;
    }

    /** Takes a bid and tells everybody, unless another one beats it. */
    boolean offer(String item, Bid bid) {
        boolean taken = auction.take(item, bid);
        if (taken) {
            share(item, bid);
            tell(new Raise(item, bid));
        }
        return taken;
    }

    /** Again if another thread has shared a lower one after a higher one. */
    private void share(String item, Bid bid) {
        Bid shared = bid;
        Bid highest = bid;
        do {
            shared = highest;
            bids.putAndShare(item, shared);
            highest = auction.highest(item).orElse(shared);
        } while (!shared.equals(highest));
    }

    private void tell(Raise raise) {
        // Those who subscribed to the pattern made no channel. Bids may overtake each other on their way; amounts tell.
        bayeux.createChannelIfAbsent("/auction/" + raise.item()).getReference().publish(null, raise);
    }
}
