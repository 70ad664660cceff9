package org.bayeux.examples.auction;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.ConfigurableServerChannel;

/**
 * What browsers see of the auction. They subscribe to {@code /auction/*}, where {@link Raise}s come, and then ask for all
 * lots.
 */
@Service("auction")
public class AuctionService {

    private static final Pattern BIDDER = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} ._'-]{0,23})");
    private static final long HIGHEST_AMOUNT = 1_000_000;

    @Inject
    private Auction auction;

    @Inject
    private HighestBids bids;

    @PostConstruct
    void open() {
        bids.open();
    }

    /** Only the server tells of bids and servers. */
    @Configure({"/auction/**", "/servers"})
    public void configure(ConfigurableServerChannel channel) {
        channel.addAuthorizer((operation, id, session, message) ->
                operation == Authorizer.Operation.PUBLISH && !session.isLocalSession()
                        ? Authorizer.Result.deny("only the auctioneer speaks here")
                        : Authorizer.Result.grant());
    }

    /** Remote call {@code lots}: how it stands with all items. */
    @RemoteCall("lots")
    public List<Lot> lots() {
        return auction.lots();
    }

    /** Remote call {@code bid/{item}}: the caller gets the {@link Bid} if it is the highest now, or else the reason. */
    @RemoteCall("bid/{item}")
    public CompletionStage<Bid> bid(@Param("item") String item, Offer offer) {
        String bidder = check(item, offer);
        return bids.nextNumber().thenApply(number -> {
            Bid bid = new Bid(number, bidder, offer.amount());
            if (!bids.offer(item, bid)) {
                throw new RemoteCall.Failure("Somebody was faster.");
            }
            return bid;
        });
    }

    private String check(String item, Offer offer) {
        Optional<Long> least = auction.leastAmount(item);
        String bidder = offer.bidder();
        if (least.isEmpty()) {
            throw new RemoteCall.Failure("There is no such item.");
        }
        if (bidder == null || !BIDDER.matcher(bidder).matches()) {
            throw new RemoteCall.Failure("A name has 1 to 24 letters, digits and spaces.");
        }
        if (offer.amount() < least.get() || offer.amount() > HIGHEST_AMOUNT) {
            throw new RemoteCall.Failure("Bid " + least.get() + " to " + HIGHEST_AMOUNT + ".");
        }
        return bidder;
    }
}
