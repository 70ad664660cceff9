package org.bayeux.examples.auction;

/**
 * What somebody offers for an item. Immutable; public for JSON-B.
 *
 * @param number tells bids apart on all nodes, and grows
 */
public record Bid(long number, String bidder, long amount) {

    /** Whether this one wins over another; of equal amounts the one with the lower number does, on each node. */
    boolean beats(Bid other) {
        return amount > other.amount || (amount == other.amount && number < other.number);
    }
}
