package org.bayeux.examples.auction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuctionTest {

    private final Auction auction = new Auction();

    @Test
    void firstBidReachesThePriceAndEachOtherIsHigher() {
        assertThat(auction.leastAmount("globe")).contains(80L);

        auction.take("globe", new Bid(0, "Ada", 90));

        assertThat(auction.leastAmount("globe")).contains(91L);
        assertThat(auction.leastAmount("moon")).isEmpty();
    }

    @Test
    void whatIsNotHigherIsNotTaken() {
        auction.take("globe", new Bid(0, "Ada", 90));

        assertThat(auction.take("globe", new Bid(1, "Bob", 89))).isFalse();
        assertThat(auction.take("globe", new Bid(0, "Ada", 90))).isFalse();
        assertThat(auction.highest("globe")).contains(new Bid(0, "Ada", 90));
    }

    @Test
    void nodesAgreeOnEqualAmountsInWhateverOrderTheyHearOfThem() {
        Bid first = new Bid(4, "Ada", 90);
        Bid second = new Bid(7, "Bob", 90);
        Auction other = new Auction();

        auction.take("globe", first);
        auction.take("globe", second);
        other.take("globe", second);
        other.take("globe", first);

        assertThat(auction.highest("globe")).contains(first);
        assertThat(other.highest("globe")).contains(first);
    }
}
