package org.bayeux.examples.auction;

import org.jspecify.annotations.Nullable;

/**
 * What a browser sends to bid. Public for JSON-B.
 *
 * @param bidder anything, null if it sent none
 * @param amount in whole coins
 */
public record Offer(@Nullable String bidder, long amount) {}
