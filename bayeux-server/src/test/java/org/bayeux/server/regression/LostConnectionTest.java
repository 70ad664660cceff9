package org.bayeux.server.regression;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.Writing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a session whose connection breaks at a bad moment. */
class LostConnectionTest {

    private static final int MAX_INTERVAL = 10_000;

    private final InMemoryServer server = InMemoryServer.start();
    private final InMemoryClient polling = server.polling();
    private final InMemoryClient socket = server.socket();

    @Test
    void sessionExpiresWhoseSocketIsLostBetweenHandshakeAndFirstConnect() {
        socket.shakesHands().isCut();

        expiresIn(MAX_INTERVAL, socket);
    }

    @Test
    void sessionExpiresWhoseSocketIsLostBeforeTheHandshakeReplyHasLeft() {
        String id = socket.writing(Writing.SLOWLY).shakesHands().id();
        socket.loses().isCut();

        server.clock().advanceMillis(MAX_INTERVAL);

        assertThat(server.bayeux().getSession(id)).isNull();
        assertThat(server.clock().waitingTimers()).isZero();
    }

    @Test
    void sessionExpiresWhoseHandshakeReplyCouldNotBeWritten() {
        polling.writing(Writing.FAILING)
                .sends("{'channel':'/meta/handshake','version':'1.0','supportedConnectionTypes':['long-polling']}");
        assertThat(server.bayeux().getSessions()).hasSize(1);

        server.clock().advanceMillis(MAX_INTERVAL);

        assertThat(server.bayeux().getSessions()).isEmpty();
        assertThat(server.clock().waitingTimers()).isZero();
    }

    @Test
    void writeThatFailsForAHeldConnectStartsTheExpiry() {
        polling.joins();
        server.clock().advanceMillis(20_000);

        polling.writing(Writing.FAILING).session().deliver(null, "/a", 1);

        expiresIn(MAX_INTERVAL, polling);
    }

    @Test
    void connectReplyThatFailsAtTheTimeoutStartsTheExpiry() {
        polling.joins().writing(Writing.FAILING);

        server.clock().advanceMillis(30_000);

        expiresIn(MAX_INTERVAL, polling);
    }

    @Test
    void writeThatFailsOnASocketStartsTheExpiryAlthoughAConnectIsHeld() {
        socket.joins();
        server.clock().advanceMillis(20_000);

        socket.writing(Writing.FAILING).session().deliver(null, "/a", 1);

        assertThat(socket.isClosed()).isTrue();
        expiresIn(MAX_INTERVAL, socket);
    }

    @Test
    void socketThatClosesWhileAConnectIsHeldLetsItGo() {
        socket.joins().isCut();
        socket.session().deliver(null, "/a", "kept");
        assertThat(server.clock().waitingTimers()).as("the expiry alone").isOne();

        socket.connects();

        socket.receivesSome("{'data':'kept'}").receivesNothing();
        server.clock().advanceMillis(30_000);
        socket.receivesSome("{'channel':'/meta/connect','successful':true}").receivesNothing();
    }

    @Test
    void socketThatClosesWhileAConnectIsHeldCannotKeepTheSessionAlive() {
        socket.joins().isCut();

        expiresIn(MAX_INTERVAL, socket);
    }

    @Test
    void messagesBetweenTheNewSocketAndItsFirstConnectAreKept() {
        socket.joins().subscribes("/news").isCut();
        server.channel("/news").publish(null, "without a socket");

        socket.publishes("/other", "'opens a socket'");
        server.channel("/news").publish(null, "before the connect");
        socket.connects();
        server.channel("/news").publish(null, "after the connect");

        socket.receivesSome("{'data':'without a socket'}")
                .receivesSome("{'data':'before the connect'}")
                .receivesSome("{'data':'after the connect'}")
                .receivesNothing();
    }

    @Test
    void socketIsLostAgainBeforeItsFirstConnectAndNothingIsMissing() {
        socket.joins().subscribes("/news").isCut();
        server.channel("/news").publish(null, 1);
        socket.writing(Writing.FAILING)
                .sends("{'channel':'/other','clientId':'$id','data':0}")
                .isCut();
        server.channel("/news").publish(null, 2);

        socket.writing(Writing.AT_ONCE).connects();

        socket.receivesSome("{'data':1}").receivesSome("{'data':2}").receivesNothing();
    }

    @Test
    void publishThatArrivesBeforeTheRetriedConnectKeepsTheSession() {
        polling.joins().subscribes("/news").writing(Writing.FAILING);
        server.clock().advanceMillis(30_000);
        server.clock().advanceMillis(MAX_INTERVAL - 1);

        polling.writing(Writing.AT_ONCE).publishes("/other", "'back again'");
        server.clock().advanceMillis(MAX_INTERVAL - 1);
        server.channel("/news").publish(null, 1);
        polling.connects();

        polling.receivesSome("{'data':1}").receivesSome("{'channel':'/meta/connect','successful':true}");
    }

    @Test
    void publishThatArrivesOnANewSocketBeforeTheRetriedConnectKeepsTheSession() {
        socket.joins().isCut();
        server.clock().advanceMillis(MAX_INTERVAL - 1);

        socket.publishes("/other", "'back again'");

        server.clock().advanceMillis(MAX_INTERVAL - 1);
        socket.connects().receivesNothing();
        server.clock().advanceMillis(30_000);
        socket.receivesSome("{'channel':'/meta/connect','successful':true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'channel':'/meta/connect','clientId':'$id','connectionType':'long-polling'}",
                "{'channel':'/meta/subscribe','clientId':'$id','subscription':'/a'}",
                "{'channel':'/meta/unsubscribe','clientId':'$id','subscription':'/a'}",
                "{'channel':'/meta/disconnect','clientId':'$id'}",
                "{'channel':'/a','clientId':'$id','data':1}",
                "{'channel':'/service/a','clientId':'$id','data':1}"
            })
    void whateverAnExpiredClientSendsItIsAdvisedToShakeHands(String message) {
        polling.joins();
        socket.joins();
        server.clock().advanceMillis(30_000 + MAX_INTERVAL);
        polling.takes();
        socket.takes();

        polling.sends(message).receivesSome("{'successful':false,'advice':{'reconnect':'handshake','interval':0}}");
        socket.sends(message).receivesSome("{'successful':false,'advice':{'reconnect':'handshake','interval':0}}");
    }

    private void expiresIn(int millis, InMemoryClient client) {
        server.clock().advanceMillis(millis - 1);
        assertThat(client.isKnown()).isTrue();
        server.clock().advanceMillis(1);
        assertThat(client.isKnown()).isFalse();
        assertThat(server.clock().waitingTimers()).isZero();
    }
}
