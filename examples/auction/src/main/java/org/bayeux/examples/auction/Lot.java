package org.bayeux.examples.auction;

import org.jspecify.annotations.Nullable;

/**
 * How it stands with an item. Immutable; public for JSON-B.
 *
 * @param highest null if nobody has bid
 */
public record Lot(Item item, @Nullable Bid highest) {}
