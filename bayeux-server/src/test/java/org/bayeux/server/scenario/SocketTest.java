package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.Writing;
import org.junit.jupiter.api.Test;

/** What is different on a socket: row P10. */
class SocketTest {

    private static final String CONNECTED = "{'channel':'/meta/connect','successful':true}";

    private final InMemoryServer server = InMemoryServer.start();
    private final InMemoryClient client = server.socket();

    @Test
    void aMessageLeavesWithoutWakingTheHeldConnect() {
        client.joins().subscribes("/news");

        server.channel("/news").publish(null, 1);

        client.receives("{'channel':'/news','data':1}").receivesNothing();
        server.clock().advanceMillis(30_000);
        client.receives(CONNECTED);
    }

    @Test
    void aMessageLeavesBetweenTwoConnects() {
        client.shakesHands().connects().takes();
        client.subscribes("/news");

        server.channel("/news").publish(null, 1);

        client.receives("{'channel':'/news','data':1}");
    }

    @Test
    void whatIsDeliveredDuringTheHandshakeFollowsItsReply() {
        server.bayeux().addListener(new org.bayeux.api.server.BayeuxServer.SessionListener() {
            @Override
            public void sessionAdded(ServerSession session, org.bayeux.api.server.ServerMessage message) {
                session.deliver(null, "/welcome", "hi");
            }
        });

        client.shakesHands().receives("{'channel':'/welcome','data':'hi'}");
    }

    @Test
    void messagesThatComeWhileTheSocketIsBusyLeaveTogether() {
        client.joins().subscribes("/news").writing(Writing.SLOWLY);
        client.batchSizes();

        for (int i = 1; i <= 4; i++) {
            server.channel("/news").publish(null, i);
        }

        assertThat(client.batchSizes()).containsExactly(1);
        client.settles();
        assertThat(client.batchSizes()).containsExactly(3);
        client.receivesSome("{'data':1}")
                .receivesSome("{'data':2}")
                .receivesSome("{'data':3}")
                .receivesSome("{'data':4}");
    }

    @Test
    void whatCouldNotBeWrittenLeavesByTheNextSocketInOrder() {
        client.joins().subscribes("/news").writing(Writing.FAILING);
        server.channel("/news").publish(null, 1);
        server.channel("/news").publish(null, 2);
        assertThat(client.isClosed()).isTrue();
        client.isCut().writing(Writing.AT_ONCE).receivesNothing();

        client.connects();

        client.receivesSome("{'data':1}").receivesSome("{'data':2}");
    }

    @Test
    void aWriteThatFailsLateGoesBeforeWhatCameSince() {
        client.joins().subscribes("/news").writing(Writing.SLOWLY);
        server.channel("/news").publish(null, 1);
        server.channel("/news").publish(null, 2);
        client.receivesSome("{'data':1}").receivesNothing();

        client.loses().isCut().writing(Writing.AT_ONCE).connects();

        client.receivesSome("{'data':1}").receivesSome("{'data':2}");
    }

    @Test
    void aLostSocketKeepsItsSessionForAWhile() {
        client.joins().subscribes("/news").isCut();
        server.channel("/news").publish(null, 1);

        server.clock().advanceMillis(9_999);
        assertThat(client.isKnown()).isTrue();
        client.connects().receivesSome("{'data':1}");

        client.isCut();
        server.clock().advanceMillis(10_000);
        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void aNewSocketTakesTheSessionOverAndClosesTheOld() {
        client.joins().subscribes("/news").opensAnotherSocket();

        client.connects();
        server.channel("/news").publish(null, 1);

        client.receives("{'channel':'/news','data':1}").receivesNothing();
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void everySocketNeedsAHandshakeIfSoConfigured() {
        InMemoryServer strict = InMemoryServer.start("ws.requireHandshakePerConnection", "true");
        InMemoryClient moving = strict.socket().joins().opensAnotherSocket();

        moving.connects();

        moving.receivesSome("{'error':'402::session_unknown','advice':{'reconnect':'handshake','interval':0}}");
    }

    @Test
    void aSessionMovesFromASocketToPollingOfTheSameBrowser() {
        InMemoryClient tab = server.polling();
        tab.browser().cookie("BAYEUX_BROWSER", "0123456789abcdef");
        InMemoryClient socket = server.socket(tab.browser()).joins();

        tab.pretendsToBe(socket).connects();
        server.channel("/news").subscribe(tab.session());
        server.channel("/news").publish(null, 1);

        tab.receivesSome("{'data':1}").receives(CONNECTED);
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void disconnectEndsTheSocketAfterItsReply() {
        client.joins();

        client.sends("{'channel':'/meta/disconnect','clientId':'$id','id':'d'}");

        client.receives("{'channel':'/meta/connect','successful':true,'advice':{'reconnect':'none'}}")
                .receives("{'channel':'/meta/disconnect','id':'d','successful':true}");
        assertThat(client.isClosed()).isTrue();
        assertThat(server.clock().waitingTimers()).isZero();
    }

    @Test
    void aSessionThatTheServerDisconnectsHearsOfItBeforeItsSocketEnds() {
        client.joins();

        client.session().disconnect();

        client.receives("{'channel':'/meta/disconnect','successful':true}")
                .receives("{'channel':'/meta/connect','successful':true,'advice':{'reconnect':'none'}}");
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void messagesTravelWithConnectRepliesOnlyIfSoConfigured() {
        InMemoryServer strict = InMemoryServer.start("metaConnectDeliverOnly", "true");
        InMemoryClient listener = strict.socket().joins().subscribes("/news");
        listener.batchSizes();

        strict.channel("/news").publish(null, 1);
        strict.channel("/news").publish(null, 2);

        listener.receivesSome("{'data':1}").receives(CONNECTED).receivesNothing();
        listener.publishes("/other", "1").receivesNothing();
        listener.connects().receivesSome("{'data':2}").receives(CONNECTED);
    }

    @Test
    void pollingHoldsBackUntilTheNextConnectIfSoConfigured() {
        InMemoryServer strict = InMemoryServer.start("metaConnectDeliverOnly", "true");
        InMemoryClient listener = strict.polling().shakesHands().subscribes("/news");
        strict.channel("/news").publish(null, 1);

        listener.publishes("/other", "1").receivesNothing();

        listener.connects().receivesSome("{'data':1}").receivesSome(CONNECTED);
    }
}
