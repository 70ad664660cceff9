/**
 * An auction on several servers that are one.
 *
 * <p>{@code AuctionService} is the one to read first; {@code HighestBids} shares with other nodes what {@code Auction}
 * holds. Depends on the Bayeux API, the cluster module and CDI.
 */
@NullMarked
package org.bayeux.examples.auction;

import org.jspecify.annotations.NullMarked;
