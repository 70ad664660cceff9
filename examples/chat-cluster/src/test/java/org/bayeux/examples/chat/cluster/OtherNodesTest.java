package org.bayeux.examples.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.bayeux.examples.chat.Elsewhere;
import org.bayeux.examples.chat.RoomService;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.junit.BayeuxTest;
import org.junit.jupiter.api.Test;

/** The chat on a node that is alone: guests of this node are not taken for guests of others. */
@BayeuxTest(
        packages = {RoomService.class, OtherNodes.class},
        config = "oort.enabled=false")
class OtherNodesTest {

    @Inject
    Elsewhere elsewhere;

    @Test
    void whoIsHereIsNotElsewhere(InMemoryClient ada) {
        enter(ada, "Ada").awaits("{'channel':'/service/enter','data':{'name':'Ada'}}");
        call(ada, "join/lobby", "{}");
        ada.awaits("{'channel':'/service/join/lobby','data':{'room':'lobby','version':1,'names':['Ada']}}");

        assertThat(elsewhere.guest("Ada")).isEmpty();
        assertThat(elsewhere.members("lobby")).isEmpty();
        assertThat(elsewhere.rooms()).isEmpty();
    }

    @Test
    void aWhisperStaysOnTheNode(InMemoryClient ada, InMemoryClient bob) {
        enter(ada, "Ada");
        enter(bob, "Bob").awaits("{'channel':'/service/enter','data':{'name':'Bob'}}");

        call(ada, "privatechat", "{'to':'bob','text':'psst'}");

        String line = "{'channel':'/service/privatechat','data':{'from':'Ada','to':'Bob','text':'psst','time':'$any'}}";
        bob.awaits(line);
        ada.awaits(line);
    }

    @Test
    void idsGrowAndAreExactInBrowsers() {
        long first = elsewhere.idAfter(0);
        long second = elsewhere.idAfter(first);
        // What a node gives that has seen the same, and another mark.
        long afterOther = elsewhere.idAfter(second + 1);

        assertThat(first).isPositive();
        assertThat(second).isGreaterThan(first);
        assertThat(afterOther).isGreaterThan(second + 1);
        assertThat(elsewhere.idAfter(1L << 52)).isLessThan(1L << 53);
    }

    private static InMemoryClient enter(InMemoryClient guest, String name) {
        guest.staysConnected();
        call(guest, "enter", "{'name':'" + name + "'}");
        return guest;
    }

    private static void call(InMemoryClient guest, String target, String data) {
        guest.sends("{'channel':'/service/" + target + "','clientId':'$id','id':'call','data':" + data + "}");
    }
}
