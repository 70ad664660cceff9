package org.bayeux.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.ManualClock;
import org.bayeux.testkit.junit.BayeuxTest;
import org.junit.jupiter.api.Test;

/** Guests and what they whisper, as browsers see it. */
@BayeuxTest(packages = Chat.class, config = "maxInterval=10000")
class GuestServiceTest {

    @Inject
    InMemoryClient ada;

    @Inject
    InMemoryClient bob;

    @Inject
    InMemoryClient eve;

    @Test
    void aNameThatIsTakenIsRefusedWithTheReason() {
        enter(ada, "Ada").awaits("{'channel':'/service/enter','data':{'name':'Ada'}}");

        enter(eve, "ada").awaits("{'channel':'/service/enter','successful':false,'data':'The name ada is taken.'}");
    }

    @Test
    void aNameIsFreeOnceTheTimeOfItsGuestIsOver(ManualClock clock) {
        enter(ada, "Ada").isCut();
        clock.advanceUntil(() -> !ada.isKnown(), Duration.ofMinutes(1));

        enter(eve, "Ada").awaits("{'channel':'/service/enter','data':{'name':'Ada'}}");
    }

    @Test
    void aWhisperIsHeardByTheTwoItIsBetween() {
        enter(ada, "Ada");
        enter(bob, "Bob");
        enter(eve, "Eve").awaits("{'channel':'/service/enter','data':{'name':'Eve'}}");

        ada.sends("{'channel':'/service/privatechat','clientId':'$id','id':'1','data':{'to':'bob','text':'psst'}}");

        String line = "{'channel':'/service/privatechat','data':{'from':'Ada','to':'Bob','text':'psst','time':'$any'}}";
        bob.awaits(line);
        ada.awaits(line);
        assertThat(eve.hasReceived("{'channel':'/service/privatechat'}")).isFalse();
    }

    @Test
    void aWhisperToNobodyIsRefused() {
        enter(ada, "Ada");

        ada.sends("{'channel':'/service/privatechat','clientId':'$id','id':'1','data':{'to':'Bob','text':'psst'}}");

        ada.awaits("{'channel':'/service/privatechat','id':'1','successful':false}");
    }

    @Test
    void aWhisperToWhoIsAwayForAWhileWaitsForThem() {
        enter(ada, "Ada");
        enter(bob, "Bob").isCut();

        ada.sends("{'channel':'/service/privatechat','clientId':'$id','id':'1','data':{'to':'Bob','text':'psst'}}");
        bob.reconnects();

        bob.awaits("{'channel':'/service/privatechat','data':{'from':'Ada','to':'Bob','text':'psst','time':'$any'}}");
    }

    private static InMemoryClient enter(InMemoryClient guest, String name) {
        return guest.staysConnected()
                .sends("{'channel':'/service/enter','clientId':'$id','id':'enter','data':{'name':'" + name + "'}}");
    }
}
