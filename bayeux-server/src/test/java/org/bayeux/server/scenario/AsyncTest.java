package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** Where an answer comes later, the sender's other messages wait for it, and nobody else's. */
class AsyncTest {

    private static final String REPLY_1 = "{'channel':'/slow','id':'1','successful':true}";
    private static final String REPLY_2 = "{'channel':'/fast','id':'2','successful':true}";

    private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
    private final InMemoryServer server = InMemoryServer.start();
    private final InMemoryClient client = server.socket().joins();

    @Test
    void theMessagesBehindWaitAndRepliesLeaveInOrder() {
        slowListener();

        client.sends("[" + publish("/slow", 1) + "," + publish("/fast", 2) + "]");

        client.receivesNothing();
        assertThat(server.bayeux().getChannel("/fast")).isNull();
        answer.complete(true);
        client.receives(REPLY_1).receives(REPLY_2);
    }

    @Test
    void theNextFrameWaitsToo() {
        slowListener();
        client.sends(publish("/slow", 1)).sends(publish("/fast", 2)).sends(publish("/fast", 3));

        client.receivesNothing();

        answer.complete(true);
        client.receives(REPLY_1).receives(REPLY_2).receivesSome("{'id':'3'}");
    }

    @Test
    void otherClientsDoNotWait() {
        slowListener();
        client.sends(publish("/slow", 1));

        server.socket().joins().publishes("/fast", "1");
        server.polling().joins().publishes("/fast", "1");
    }

    @Test
    void messagesToTheWaitingClientArrive() {
        slowListener();
        client.sends(publish("/slow", 1));

        client.session().deliver(null, "/news", 1);

        client.receivesSome("{'data':1}");
    }

    @Test
    void aNoThatComesLaterIsARefusal() {
        slowListener();
        client.sends(publish("/slow", 1));

        answer.complete(false);

        client.receives("{'channel':'/slow','id':'1','successful':false,'error':'404::message_deleted'}");
    }

    @Test
    void aListenerThatFailsLaterHasNoSay() {
        slowListener();
        client.sends(publish("/slow", 1));

        answer.completeExceptionally(new IllegalStateException("broken on purpose"));

        client.receives(REPLY_1);
    }

    @Test
    void aPollingRequestIsAnsweredWhenTheAnswerIsThere() {
        slowListener();
        InMemoryClient polling = server.polling().shakesHands();

        polling.sends("[" + publish("/slow", 1) + "," + publish("/fast", 2) + "]");

        assertThat(polling.isHeld()).isTrue();
        answer.complete(true);
        polling.receives(REPLY_1).receives(REPLY_2);
        assertThat(polling.isHeld()).isFalse();
    }

    @Test
    void aClientWhoseMessageIsBeingProcessedDoesNotExpire() {
        slowListener();
        InMemoryClient polling = server.polling().shakesHands();
        polling.sends(publish("/slow", 1));

        server.clock().advanceMillis(60_000);
        assertThat(polling.isKnown()).isTrue();

        answer.complete(true);
        server.clock().advanceMillis(9_999);
        assertThat(polling.isKnown()).isTrue();
        server.clock().advanceMillis(1);
        assertThat(polling.isKnown()).isFalse();
    }

    @Test
    void listenersBehindAnAsynchronousOneStillSeeTheRequest() {
        slowListener();
        List<Object> seen = new ArrayList<>();
        server.channel("/slow").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            seen.add(server.bayeux().getContext() == message.getBayeuxContext());
            return true;
        });
        client.sends(publish("/slow", 1));

        answer.complete(true);

        assertThat(seen).containsExactly(true);
        assertThat(server.bayeux().getContext()).isNull();
    }

    @Test
    void aPolicyMayAnswerLater() {
        server.bayeux().setSecurityPolicy(new SlowPolicy());
        InMemoryClient late = server.polling();

        late.sends("{'channel':'/meta/handshake','version':'1.0'}").receivesNothing();

        answer.complete(true);
        late.receivesSome("{'successful':true}");
    }

    @Test
    void aPolicyThatFailsLaterGrantsNothing() {
        server.bayeux().setSecurityPolicy(new SlowPolicy());
        client.sends(publish("/a", 1));
        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':['/b','/c']}");

        answer.completeExceptionally(new IllegalStateException("broken on purpose"));

        client.receivesSome("{'channel':'/a','error':'500::policy_failed'}")
                .receivesSome("{'channel':'/meta/subscribe','error':'500::policy_failed'}");
    }

    @Test
    void aSubscriptionToSeveralChannelsWaitsForAllAnswers() {
        server.bayeux().setSecurityPolicy(new SlowPolicy());
        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':['/b','/c']}")
                .receivesNothing();

        answer.complete(true);

        client.receivesSome("{'channel':'/meta/subscribe','successful':true}");
        assertThat(client.session().getSubscriptions()).hasSize(2);
    }

    @Test
    void aSessionThatEndsMeanwhileIsNotSubscribed() {
        server.bayeux().setSecurityPolicy(new SlowPolicy());
        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':'/b'}");
        server.bayeux().removeSession(client.session());
        client.receivesSome("{'channel':'/meta/connect'}");

        answer.complete(true);

        client.receivesSome("{'channel':'/meta/subscribe','successful':false,'error':'402::session_unknown'}");
        assertThat(server.channel("/b").getSubscribers()).isEmpty();
    }

    private void slowListener() {
        server.channel("/slow").addListener((ServerChannel.AsyncMessageListener) (from, channel, message) -> answer);
    }

    private static String publish(String channel, int id) {
        return "{'channel':'" + channel + "','clientId':'$id','id':'" + id + "','data':1}";
    }

    private final class SlowPolicy implements SecurityPolicy.Async {

        @Override
        public CompletionStage<Boolean> canHandshakeAsync(
                BayeuxServer bayeux, ServerSession session, ServerMessage message) {
            return answer;
        }

        @Override
        public CompletionStage<Boolean> canCreateAsync(
                BayeuxServer bayeux, ServerSession session, String channelId, ServerMessage message) {
            return answer;
        }

        @Override
        public CompletionStage<Boolean> canSubscribeAsync(
                BayeuxServer bayeux, ServerSession session, ServerChannel channel, ServerMessage message) {
            return answer;
        }

        @Override
        public CompletionStage<Boolean> canPublishAsync(
                BayeuxServer bayeux, ServerSession session, ServerChannel channel, ServerMessage message) {
            return answer;
        }
    }

    @Test
    void aSocketThatWasReplacedDoesNotTakeItsSessionBack() {
        slowListener();
        client.sends(publish("/slow", 1)).sends(publish("/fast", 2));
        client.opensAnotherSocket().connects();

        answer.complete(true);
        client.session().deliver(null, "/news", 1);

        client.receives("{'channel':'/news','data':1}").receivesNothing();
    }
}
