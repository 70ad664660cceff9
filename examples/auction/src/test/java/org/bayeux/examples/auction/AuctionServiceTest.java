package org.bayeux.examples.auction;

import jakarta.inject.Inject;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.junit.BayeuxTest;
import org.junit.jupiter.api.Test;

/** The auction on one node, as browsers see it. */
@BayeuxTest(packages = AuctionService.class, config = "oort.enabled=false")
class AuctionServiceTest {

    @Inject
    InMemoryClient ada;

    @Inject
    InMemoryClient bob;

    @Test
    void everybodyHearsOfAHigherBid() {
        bob.staysConnected().subscribes("/auction/*");

        bids(ada, "globe", "{'bidder':'Ada','amount':90}");

        ada.awaits("{'channel':'/service/bid/globe','data':{'number':0,'bidder':'Ada','amount':90}}");
        bob.awaits(
                "{'channel':'/auction/globe','data':{'item':'globe','bid':{'number':0,'bidder':'Ada','amount':90}}}");
    }

    @Test
    void whoComesLaterSeesTheHighestBid() {
        bids(ada, "globe", "{'bidder':'Ada','amount':90}");
        ada.awaits("{'channel':'/service/bid/globe','successful':true}");

        call(bob.staysConnected(), "lots", "{}");

        bob.awaits("{'channel':'/service/lots','data':[{'item':'$any'},"
                + "{'item':{'id':'globe','title':'$any','price':80},'highest':{'number':0,'bidder':'Ada','amount':90}},"
                + "{'item':'$any'}]}");
    }

    @Test
    void aBidThatIsTooLowIsRefusedWithTheReason() {
        bids(ada, "globe", "{'bidder':'Ada','amount':79}");

        ada.awaits("{'channel':'/service/bid/globe','successful':false,'data':'Bid 80 to 1000000.'}");
    }

    @Test
    void whatIsNotSoldAndWhoHasNoNameIsRefused() {
        bids(ada, "moon", "{'bidder':'Ada','amount':79}");
        ada.awaits("{'channel':'/service/bid/moon','successful':false}");

        bids(bob, "globe", "{'amount':90}");
        bob.awaits("{'channel':'/service/bid/globe','successful':false}");
    }

    @Test
    void nobodyButTheServerTellsOfBidsAndServers() {
        ada.staysConnected()
                .sends("{'channel':'/auction/globe','clientId':'$id','id':'1','data':{'item':'globe'}}")
                .awaits("{'channel':'/auction/globe','id':'1','successful':false}")
                .sends("{'channel':'/servers','clientId':'$id','id':'2','data':{'here':'elsewhere'}}")
                .awaits("{'channel':'/servers','id':'2','successful':false}");
    }

    @Test
    void browsersSeeOnWhichServerTheyAreAndWhetherBidsAreTaken() {
        call(ada.staysConnected(), "servers", "{}");

        ada.awaits("{'channel':'/service/servers','data':{'here':'alone','count':1,'open':true}}");
    }

    private static void bids(InMemoryClient guest, String item, String data) {
        call(guest.staysConnected(), "bid/" + item, data);
    }

    private static void call(InMemoryClient guest, String target, String data) {
        guest.sends("{'channel':'/service/" + target + "','clientId':'$id','id':'call','data':" + data + "}");
    }
}
