package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.Writing;
import org.junit.jupiter.api.Test;

/** When the server gives a silent client up. */
class ExpiryTest {

    private final InMemoryServer server = InMemoryServer.start("maxInterval", "1000", "interval", "100");
    private final InMemoryClient client = server.polling();

    @Test
    void aClientThatNeverConnectsExpires() {
        client.shakesHands();

        server.clock().advanceMillis(1_099);
        assertThat(client.isKnown()).isTrue();
        server.clock().advanceMillis(1);
        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void aHeldConnectKeepsItsSessionForAsLongAsItIsHeld() {
        client.joins();

        server.clock().advanceMillis(30_000);
        assertThat(client.isKnown()).isTrue();
        server.clock().advanceMillis(1_100);
        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void anyMessageProlongsASession() {
        client.shakesHands();
        server.clock().advanceMillis(1_000);

        client.publishes("/a", "1");

        server.clock().advanceMillis(1_099);
        assertThat(client.isKnown()).isTrue();
        server.clock().advanceMillis(1);
        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void clientThatTakesItsAnswerSlowlyIsNotSilent() {
        client.joins().writing(Writing.SLOWLY);
        client.session().deliver(null, "/a", "long");

        server.clock().advanceMillis(12_000);
        assertThat(client.isKnown()).isTrue();
        client.settles();

        server.clock().advanceMillis(1_099);
        assertThat(client.isKnown()).isTrue();
        server.clock().advanceMillis(1);
        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void clientThatTakesWhatWaitedForItSlowlyIsNotSilent() {
        client.shakesHands().connects();
        client.session().deliver(null, "/a", "long");
        client.writing(Writing.SLOWLY).connects();

        server.clock().advanceMillis(12_000);
        assertThat(client.isKnown()).isTrue();
        client.settles();
        server.clock().advanceMillis(1_100);

        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void answerThatIsLostInTheEndIsNoSignOfLife() {
        client.joins().writing(Writing.SLOWLY);
        client.session().deliver(null, "/a", "long");

        server.clock().advanceMillis(2_000);
        client.loses();
        server.clock().advanceMillis(1_000);

        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void theWaitThatTheClientAskedForCounts() {
        client.shakesHands().sends("{'channel':'/meta/connect','clientId':'$id','advice':{'timeout':0,'interval':50}}");

        server.clock().advanceMillis(1_049);
        assertThat(client.isKnown()).isTrue();
        server.clock().advanceMillis(1);
        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void aSessionHasAMaxIntervalOfItsOwn() {
        client.shakesHands();
        client.session().setMaxInterval(5_000);
        client.connects().takes();

        server.clock().advanceMillis(5_099);
        assertThat(client.isKnown()).isTrue();
        server.clock().advanceMillis(1);
        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void anIdleSocketExpiresToo() {
        InMemoryClient socket = server.socket().shakesHands().connects();

        server.clock().advanceMillis(1_100);

        assertThat(socket.isKnown()).isFalse();
    }

    @Test
    void listenersHearOfATimeoutOnce() {
        List<String> heard = new ArrayList<>();
        server.bayeux().addListener(new BayeuxServer.SessionListener() {
            @Override
            public void sessionRemoved(ServerSession session, boolean timedout) {
                heard.add("server " + timedout);
            }
        });
        client.shakesHands();
        client.session()
                .addListener((ServerSession.RemoveListener) (session, timeout) -> heard.add("session " + timeout));

        server.clock().advanceMillis(60_000);

        assertThat(heard).containsExactly("server true", "session true");
    }

    @Test
    void listenersOfADisconnectHearOfNoTimeout() {
        List<String> heard = new ArrayList<>();
        client.joins();
        client.session()
                .addListener((ServerSession.RemoveListener) (session, timeout) -> heard.add("session " + timeout));

        client.disconnects();
        server.clock().advanceMillis(60_000);

        assertThat(heard).containsExactly("session false");
    }

    @Test
    void anExpiredSessionLosesItsSubscriptionsAndMessages() {
        client.shakesHands().subscribes("/news");
        server.channel("/news").publish(null, 1);

        server.clock().advanceMillis(1_100);

        assertThat(server.channel("/news").getSubscribers()).isEmpty();
        client.connects().receivesSome("{'error':'402::session_unknown'}").receivesNothing();
        assertThat(server.clock().waitingTimers()).isZero();
    }

    @Test
    void anExpiredSessionIsOfNoUseToTheApplicationThatKeptIt() {
        client.shakesHands();
        ServerSession kept = client.session();
        server.clock().advanceMillis(1_100);

        kept.deliver(null, "/news", 1);
        kept.disconnect();

        assertThat(kept.isHandshook()).isFalse();
        assertThat(kept.isConnected()).isFalse();
        assertThat(kept.getQueueSize()).isZero();
        assertThat(server.channel("/news").subscribe(kept)).isFalse();
        assertThat(server.bayeux().removeSession(kept)).isFalse();
    }

    @Test
    void aRefusedHandshakeLeavesNothingBehind() {
        client.sends("{'channel':'/meta/handshake','minimumVersion':'9'}");

        assertThat(server.bayeux().getSessions()).isEmpty();
        assertThat(server.clock().waitingTimers()).isZero();
    }

    @Test
    void aListenerOfTheHandshakeMaySayHowLongTheClientMayTakeToConnect() {
        InMemoryServer server = InMemoryServer.start();
        server.bayeux().addListener(new BayeuxServer.SessionListener() {
            @Override
            public void sessionAdded(ServerSession session, ServerMessage message) {
                session.setMaxInterval(60_000);
            }
        });
        InMemoryClient client = server.polling().shakesHands();

        server.clock().advanceMillis(59_999);
        assertThat(client.isKnown()).isTrue();

        server.clock().advanceMillis(1);
        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void aSessionWhoseMessagesAreProcessedForTooLongIsGivenUp() {
        InMemoryServer impatient = InMemoryServer.start("maxProcessing", "5000");
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        impatient.channel("/slow").addListener((ServerChannel.AsyncMessageListener) (from, channel, message) -> answer);
        InMemoryClient client = impatient.polling().joins();
        client.sends("{'channel':'/slow','clientId':'$id','data':1}");

        impatient.clock().advance(Duration.ofMillis(4_999));
        assertThat(client.isKnown()).isTrue();
        impatient.clock().advance(Duration.ofMillis(100));

        assertThat(client.isKnown()).isFalse();
        client.receivesSome(
                "{'channel':'/meta/connect','successful':false,'advice':{'reconnect':'handshake','interval':0}}");
        answer.complete(true);
    }

    @Test
    void processingThatEndsInTimeHarmsNobody() {
        InMemoryServer impatient = InMemoryServer.start("maxProcessing", "5000");
        InMemoryClient client = impatient.socket().joins();
        client.publishes("/quick", "1");

        impatient.clock().advance(Duration.ofSeconds(29));

        assertThat(client.isKnown()).isTrue();
    }
}
