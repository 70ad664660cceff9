package org.bayeux.testkit.junit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.ManualClock;
import org.bayeux.testkit.junit.BayeuxTest;
import org.bayeux.testkit.junit.Client;
import org.junit.jupiter.api.Test;

/** What the guide shows. */
@BayeuxTest(packages = Auction.class, config = "maxInterval=10000")
class AuctionTest {

    @Inject
    Auction.Bids bids;

    @Inject
    ManualClock clock;

    @Test
    void everybodyHearsOfAnOffer(InMemoryClient ada, InMemoryClient bob) {
        bob.joins().subscribes("/auction/bids");

        ada.joins().publishes("/auction/bids", "7");

        bob.receives("{'channel':'/auction/bids','data':7}");
        assertThat(bids.highest()).isEqualTo(7);
    }

    @Test
    void onlyTheAuctioneerSells(InMemoryClient ada, @Client(user = "eve", roles = "auctioneer") InMemoryClient eve) {
        ada.joins().sends("{'channel':'/service/sell','clientId':'$id','id':'1'}");
        eve.joins().sends("{'channel':'/service/sell','clientId':'$id','id':'1'}");

        ada.awaits("{'channel':'/service/sell','data':{'error':'403::access_denied','message':'$any'}}");
        eve.awaits("{'channel':'/service/sell','data':0}");
    }

    @Test
    void offersWhileTheConnectionIsLostComeLater(InMemoryClient ada, InMemoryClient bob) {
        ada.joins();
        bob.staysConnected().subscribes("/auction/bids");

        bob.isCut();
        ada.publishes("/auction/bids", "7");
        bob.reconnects();

        bob.awaits("{'channel':'/auction/bids','data':7}");
    }

    @Test
    void anOfferThatComesTwiceIsRefusedTheSecondTime(InMemoryClient ada) {
        ada.joins().network().duplicate();

        ada.sends("{'channel':'/auction/bids','clientId':'$id','data':7}");

        ada.awaits("{'channel':'/auction/bids','successful':true}");
        ada.awaits("{'channel':'/auction/bids','successful':false}");
    }

    @Test
    void anOfferOverASlowNetworkComesLate(InMemoryClient ada, InMemoryClient bob) {
        ada.joins().network().delay(Duration.ofSeconds(3));
        bob.joins().subscribes("/auction/bids");

        ada.sends("{'channel':'/auction/bids','clientId':'$id','data':7}");
        bob.receivesNothing();
        clock.advance(Duration.ofSeconds(3));

        bob.receives("{'channel':'/auction/bids','data':7}");
    }

    @Test
    void whoIsGoneIsForgotten(InMemoryClient ada) {
        ada.joins().network().cut();

        clock.advanceUntil(() -> !ada.isKnown(), Duration.ofMinutes(1));
    }
}
