package org.bayeux.examples.chat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.ManualClock;
import org.bayeux.testkit.junit.BayeuxTest;
import org.bayeux.testkit.junit.Client;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rooms as browsers see them: Ada is in the lobby, Bob has only entered. */
@BayeuxTest(packages = Chat.class, config = "maxInterval=10000")
class RoomServiceTest {

    @Inject
    @Client("ada")
    InMemoryClient ada;

    @Inject
    @Client("bob")
    InMemoryClient bob;

    @Inject
    ManualClock clock;

    @Inject
    BayeuxServer bayeux;

    @BeforeEach
    void adaIsInTheLobbyAndBobAtTheDoor() {
        enter(ada, "Ada");
        enter(bob, "Bob");
        join(ada);
    }

    @Test
    void whoJoinsIsToldWhoIsThere() {
        call(bob, "join/lobby", "{}");

        bob.awaits("{'channel':'/service/join/lobby','data':{'room':'lobby','version':2,'names':['Ada','Bob']}}");
    }

    @Test
    void membersHearOfWhoJoinsAndLeaves() {
        join(bob);
        ada.awaits("{'channel':'/members/lobby','data':{'room':'lobby','version':2,'names':['Ada','Bob']}}");

        call(bob, "leave/lobby", "{}");

        bob.awaits("{'channel':'/service/leave/lobby','data':true}");
        ada.awaits("{'channel':'/members/lobby','data':{'room':'lobby','version':3,'names':['Ada']}}");
    }

    @Test
    void aLineIsHeardUnderTheNameThatTheServerKnows() {
        join(bob);

        ada.publishes("/chat/lobby", "{'text':' hello ','name':'Eve'}");

        bob.awaits("{'channel':'/chat/lobby','data':{'id':1,'name':'Ada','text':'hello','time':'$any'}}");
    }

    @Test
    void aLineOfAnotherServerIsTakenAsItIs() {
        bayeux.getChannel("/chat/lobby").publish(null, Map.of("id", 7, "name", "Cleo", "text", "hello", "time", 1));

        ada.awaits("{'channel':'/chat/lobby','data':{'id':7,'name':'Cleo','text':'hello','time':1}}");
        call(ada, "room/lobby", "{}");
        ada.awaits("{'channel':'/service/room/lobby','data':{'members':'$any','lines':[{'id':7,'name':'Cleo',"
                + "'text':'hello','time':1}]}}");
    }

    @Test
    void whatIsNoLineIsTakenFromNobody() {
        bayeux.getChannel("/chat/lobby").publish(null, Map.of("text", "nobody says it"));

        ada.publishes("/chat/lobby", "{'text':'first'}");
        ada.awaits("{'channel':'/chat/lobby','data':{'id':1,'name':'Ada','text':'first','time':'$any'}}");
    }

    @Test
    void onlyMembersSpeakAndListen() {
        bob.sends("{'channel':'/chat/lobby','clientId':'$id','id':'1','data':{'text':'hello'}}");
        bob.awaits("{'id':'1','error':'403::publish_denied'}");

        bob.sends("{'channel':'/meta/subscribe','clientId':'$id','id':'2','subscription':'/chat/*'}");
        bob.awaits("{'id':'2','error':'403::subscribe_denied'}");
    }

    @Test
    void aLineWithoutTextIsRefused() {
        ada.sends("{'channel':'/chat/lobby','clientId':'$id','id':'1','data':{'text':' '}}");

        ada.awaits("{'id':'1','successful':false}");
    }

    @Test
    void whoLeftHearsNothingMore() {
        join(bob);
        call(bob, "leave/lobby", "{}");
        bob.awaits("{'channel':'/service/leave/lobby','data':true}");
        bob.forgetsReceived();

        ada.publishes("/chat/lobby", "{'text':'he is gone'}");

        bob.receivesNothing();
    }

    @Test
    void aBrowserThatVanishesIsGoneForTheOthersOnceItsTimeIsOver() {
        join(bob);
        bob.network().cut();

        clock.advance(Duration.ofMinutes(1));

        ada.awaits("{'channel':'/members/lobby','data':{'room':'lobby','version':3,'names':['Ada']}}");
    }

    @Test
    void whoComesBackInTimeHasMissedNothing() {
        join(bob);
        bob.isCut();
        ada.publishes("/chat/lobby", "{'text':'where are you'}");

        clock.advance(Duration.ofSeconds(9));
        bob.reconnects();

        bob.awaits("{'channel':'/chat/lobby','data':{'id':1,'name':'Ada','text':'where are you','time':'$any'}}");
        bob.publishes("/chat/lobby", "{'text':'here'}");
        ada.awaits("{'channel':'/chat/lobby','data':{'id':2,'name':'Bob','text':'here','time':'$any'}}");
    }

    @Test
    void joiningTwiceIsJoiningOnce() {
        bob.network().duplicate();

        call(bob, "join/lobby", "{}");
        bob.network().restore();

        bob.awaits("{'channel':'/service/join/lobby','data':{'room':'lobby','version':2,'names':['Ada','Bob']}}")
                .awaits("{'channel':'/service/join/lobby','data':{'room':'lobby','version':2,'names':['Ada','Bob']}}");
    }

    @Test
    void whatIsSaidBeforeTheSubscriptionIsInTheView() {
        ada.publishes("/chat/lobby", "{'text':'early'}");
        join(bob);

        call(bob, "room/lobby", "{}");

        bob.awaits(
                "{'channel':'/service/room/lobby','data':{'members':{'room':'lobby','version':2,'names':['Ada','Bob']},"
                        + "'lines':[{'id':1,'name':'Ada','text':'early','time':'$any'}]}}");
    }

    private static void enter(InMemoryClient guest, String name) {
        guest.staysConnected();
        call(guest, "enter", "{'name':'" + name + "'}");
        guest.awaits("{'channel':'/service/enter','data':{'name':'" + name + "'}}");
    }

    private static void join(InMemoryClient guest) {
        call(guest, "join/lobby", "{}");
        guest.awaits("{'channel':'/service/join/lobby','successful':true}")
                .subscribes("/chat/lobby")
                .subscribes("/members/lobby");
    }

    private static void call(InMemoryClient guest, String target, String data) {
        guest.sends("{'channel':'/service/" + target + "','clientId':'$id','id':'call','data':" + data + "}");
    }
}
