package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayeux.api.server.ServerChannel;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** {@code /meta/connect} by long-polling: appendix C, 4.2. */
class ConnectTest {

    private static final String CONNECT = "{'channel':'/meta/connect','clientId':'$id','id':'c'}";
    private static final String CONNECTED = "{'channel':'/meta/connect','id':'c','successful':true}";

    private final InMemoryServer server = InMemoryServer.start();
    private final InMemoryClient client = server.polling();

    @Test
    void firstConnectIsAnsweredAtOnceWithTheTimes() {
        client.shakesHands().sends(CONNECT).receives("""
            {'channel':'/meta/connect','id':'c','successful':true,
             'advice':{'reconnect':'retry','interval':0,'timeout':30000}}""");
    }

    @Test
    void aConnectIsHeldUntilItsTimeout() {
        client.shakesHands().connects().takes();

        client.sends(CONNECT);

        assertThat(client.isHeld()).isTrue();
        server.clock().advanceMillis(29_999);
        client.receivesNothing();
        server.clock().advanceMillis(1);
        client.receives(CONNECTED);
        assertThat(client.isHeld()).isFalse();
    }

    /** The released Java client forgets the times with each WebSocket it loses. */
    @Test
    void clientThatIsBackAndAsksNotToBeHeldHearsTheTimesAgain() {
        client.shakesHands().connects().takes();

        client.sends("{'channel':'/meta/connect','clientId':'$id','id':'c','advice':{'timeout':0}}");

        client.receives("""
            {'channel':'/meta/connect','id':'c','successful':true,
             'advice':{'reconnect':'retry','interval':0,'timeout':30000}}""");
    }

    @Test
    void aMessageWakesTheHeldConnectAndTravelsBeforeItsReply() {
        client.joins().subscribes("/news");
        client.batchSizes();

        server.channel("/news").publish(null, "hello");

        client.receives("{'channel':'/news','data':'hello'}")
                .receivesSome("{'channel':'/meta/connect','successful':true}");
        assertThat(client.batchSizes()).containsExactly(2);
    }

    @Test
    void whatWaitsIsTheAnswerToTheNextConnect() {
        client.shakesHands().connects().takes();
        client.subscribes("/news");
        server.channel("/news").publish(null, 1);
        server.channel("/news").publish(null, 2);

        client.sends(CONNECT);

        client.receivesSome("{'data':1}").receivesSome("{'data':2}").receives(CONNECTED);
        assertThat(client.isHeld()).isFalse();
    }

    @Test
    void whatWaitsTravelsWithAnyOtherReplyToo() {
        client.shakesHands().connects().takes();
        client.subscribes("/news");
        server.channel("/news").publish(null, 1);

        client.publishes("/other", "1");

        client.receives("{'channel':'/news','data':1}").receivesNothing();
    }

    @Test
    void aNewerConnectReleasesTheOlder() {
        client.joins();

        client.sends(CONNECT);

        client.receives("{'channel':'/meta/connect','successful':false,'error':'408::connect_superseded'}");
        assertThat(client.isHeld()).isTrue();
        server.channel("/news").subscribe(client.session());
        server.channel("/news").publish(null, 1);
        client.receivesSome("{'data':1}").receives(CONNECTED);
    }

    @Test
    void theReplacedConnectDoesNotEndTheNewerOneWhenItsTimeComes() {
        client.joins();
        server.clock().advanceMillis(20_000);
        client.sends(CONNECT).takes();

        server.clock().advanceMillis(20_000);

        assertThat(client.isHeld()).isTrue();
        server.clock().advanceMillis(10_000);
        client.receives(CONNECTED);
    }

    @Test
    void disconnectReleasesTheHeldConnect() {
        client.joins();

        client.sends("{'channel':'/meta/disconnect','clientId':'$id','id':'d'}");

        client.receives("{'channel':'/meta/connect','successful':true,'advice':{'reconnect':'none'}}")
                .receives("{'channel':'/meta/disconnect','id':'d','successful':true}");
        assertThat(client.isHeld()).isFalse();
        assertThat(client.isKnown()).isFalse();
        assertThat(server.clock().waitingTimers()).isZero();
    }

    @Test
    void aRemovedSessionIsAdvisedToShakeHands() {
        client.joins();

        server.bayeux().removeSession(client.session());

        client.receives("""
            {'channel':'/meta/connect','successful':false,'error':'402::session_unknown',
             'advice':{'reconnect':'handshake','interval':0}}""");
        client.sends(CONNECT).receives("""
            {'channel':'/meta/connect','id':'c','successful':false,'error':'402::session_unknown',
             'advice':{'reconnect':'handshake','interval':0}}""");
        assertThat(client.isHeld()).isFalse();
    }

    @Test
    void aSessionDisconnectedByTheServerHearsOfIt() {
        client.joins();

        client.session().disconnect();

        client.receives("{'channel':'/meta/disconnect','successful':true}")
                .receives("{'channel':'/meta/connect','successful':true,'advice':{'reconnect':'none'}}");
        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void stoppingTheServerReleasesAllConnects() {
        InMemoryClient other = server.socket().joins();
        client.joins();

        server.stop();

        client.receivesSome(
                "{'channel':'/meta/connect','successful':false,'advice':{'reconnect':'handshake','interval':0}}");
        other.receivesSome(
                "{'channel':'/meta/connect','successful':false,'advice':{'reconnect':'handshake','interval':0}}");
        assertThat(server.bayeux().getSessions()).isEmpty();
        assertThat(server.clock().waitingTimers()).isZero();
    }

    @Test
    void aStoppedServerAcceptsNoHandshake() {
        server.stop();

        client.sends("{'channel':'/meta/handshake','version':'1.0'}")
                .receivesSome("{'successful':false,'advice':{'reconnect':'handshake','interval':0}}");
        assertThat(server.bayeux().getSessions()).isEmpty();
    }

    @Test
    void aConnectAmongOtherMessagesIsNotHeld() {
        client.shakesHands().connects().takes();

        client.sends("[{'channel':'/a','clientId':'$id','id':'p','data':1}," + CONNECT + "]");

        client.receives("{'channel':'/a','id':'p','successful':true}").receives(CONNECTED);
    }

    @Test
    void whatARequestBringsItsOwnSenderLeavesWithItsResponse() {
        client.joins();
        server.channel("/service/count").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            from.deliver(null, "/counted", 1);
            from.deliver(null, "/counted", 2);
            return true;
        });

        client.sends("{'channel':'/service/count','clientId':'$id','data':{}}");

        client.receives("{'channel':'/counted','data':1}")
                .receives("{'channel':'/counted','data':2}")
                .receivesSome("{'channel':'/service/count','successful':true}");
        assertThat(client.isHeld()).isTrue();
    }
}
