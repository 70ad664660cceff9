package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bayeux.api.Message;
import org.bayeux.api.client.ClientSession;
import org.bayeux.api.client.ClientSessionChannel;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.DefaultSecurityPolicy;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** Clients that live in the server: row S3. */
class LocalSessionTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final LocalSession local = server.bayeux().newLocalSession("robot");
    private final List<Object> heard = new ArrayList<>();

    @Test
    void aHandshakeMakesASession() {
        assertThat(local.isHandshook()).isFalse();
        assertThatIllegalStateException().isThrownBy(local::getServerSession);

        local.handshake(null, (channel, reply) -> heard.add(reply.isSuccessful()));

        assertThat(heard).containsExactly(true);
        assertThat(local.isConnected()).isTrue();
        ServerSession session = local.getServerSession();
        assertThat(session.getId()).isEqualTo(local.getId()).startsWith("robot");
        assertThat(session.isLocalSession()).isTrue();
        assertThat(session.getLocalSession()).isSameAs(local);
        assertThat(session.getServerTransport()).isNull();
        assertThat(server.bayeux().getSession(session.getId())).isSameAs(session);
    }

    @Test
    void aSecondHandshakeIsAMistake() {
        local.handshake();

        assertThatIllegalStateException().isThrownBy(local::handshake);
    }

    @Test
    void thePolicyMayRefuseIt() {
        server.bayeux().setSecurityPolicy(new DefaultSecurityPolicy() {
            @Override
            public boolean canHandshake(BayeuxServer bayeux, ServerSession session, ServerMessage message) {
                return "sesame".equals(message.get("password"));
            }
        });

        local.handshake(null, (channel, reply) -> heard.add(reply.get(Message.ERROR_FIELD)));
        assertThat(heard).containsExactly("403::handshake_denied");
        assertThat(local.isHandshook()).isFalse();

        local.handshake(Map.of("password", "sesame"));
        assertThat(local.isHandshook()).isTrue();
    }

    @Test
    void itNeverExpires() {
        local.handshake();

        server.clock().advanceMillis(10_000_000);

        assertThat(local.isConnected()).isTrue();
        assertThat(server.clock().waitingTimers()).isZero();
    }

    @Test
    void itReceivesWhatItSubscribedTo() {
        local.handshake();
        local.getChannel("/news/*").subscribe((channel, message) -> heard.add(channel + " " + message.getData()));

        server.socket().joins().publishes("/news/a", "1");
        server.channel("/news/b").publish(null, 2);

        assertThat(heard).containsExactly("/news/* 1", "/news/* 2");
    }

    @Test
    void itPublishesLikeAnyClient() {
        InMemoryClient subscriber = server.socket().joins().subscribes("/news");
        local.handshake();

        local.getChannel("/news").publish("hi", (channel, reply) -> heard.add(reply.isSuccessful()));

        assertThat(subscriber.takes()).containsEntry("data", "hi").doesNotContainKey("clientId");
        assertThat(heard).containsExactly(true);
    }

    @Test
    void severalSubscribersOfOneChannelAreOneSubscription() {
        local.handshake();
        ClientSessionChannel channel = local.getChannel("/news");
        ClientSessionChannel.MessageListener first = (on, message) -> heard.add("1st");
        channel.subscribe(first);
        channel.subscribe((on, message) -> heard.add("2nd"));

        server.channel("/news").publish(null, 1);
        channel.unsubscribe(first);
        server.channel("/news").publish(null, 1);

        assertThat(heard).containsExactly("1st", "2nd", "2nd");
        channel.unsubscribe();
        assertThat(server.channel("/news").getSubscribers()).isEmpty();
    }

    @Test
    void aRefusedSubscriptionIsNone() {
        local.handshake();

        local.getChannel("/meta/connect")
                .subscribe((on, message) -> heard.add(message), (on, reply) -> heard.add(reply.get("error")));

        assertThat(heard).containsExactly("403::subscribe_to_meta_denied");
        assertThat(local.getChannel("/meta/connect").getSubscribers()).isEmpty();
    }

    @Test
    void aBatchIsSentAtItsEnd() {
        InMemoryClient subscriber = server.socket().joins().subscribes("/news");
        local.handshake();

        local.batch(() -> {
            local.getChannel("/news").publish(1);
            local.getChannel("/news").publish(2);
            subscriber.receivesNothing();
        });

        subscriber.receivesSome("{'data':1}").receivesSome("{'data':2}");
    }

    @Test
    void aRemoteCallIsAnsweredByAListener() {
        server.channel("/service/time").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            ServerMessage.Mutable answer = server.bayeux().newMessage();
            answer.setChannel(channel.getId());
            answer.setId(message.getId());
            answer.setData("noon in " + message.getData());
            from.deliver(null, answer);
            return true;
        });
        local.handshake();

        local.remoteCall("time", "Rome", reply -> heard.add(reply.getData()));

        assertThat(heard).containsExactly("noon in Rome");
    }

    @Test
    void aRefusedRemoteCallIsAnsweredToo() {
        server.channel("/service/time").addListener((ServerChannel.MessageListener) (from, channel, message) -> false);
        local.handshake();

        local.remoteCall("time", "Rome", reply -> heard.add(reply.get("error")));

        assertThat(heard).containsExactly("404::message_deleted");
    }

    @Test
    void itsExtensionsSeeItsMessages() {
        local.addExtension(new ClientSession.Extension() {
            @Override
            public boolean send(ClientSession session, Message.Mutable message) {
                return !"secret".equals(message.getData());
            }

            @Override
            public boolean rcv(ClientSession session, Message.Mutable message) {
                message.put("seen", true);
                return true;
            }
        });
        local.handshake();
        local.getChannel("/news").subscribe((on, message) -> heard.add(message.getData() + " " + message.get("seen")));

        local.getChannel("/news").publish("secret");
        local.getChannel("/news").publish("open");

        assertThat(heard).containsExactly("open true");
    }

    @Test
    void afterItsDisconnectItMayShakeHandsAgain() {
        local.handshake();
        String former = local.getId();

        local.disconnect((channel, reply) -> heard.add(reply.isSuccessful()));

        assertThat(heard).containsExactly(true);
        assertThat(local.isConnected()).isFalse();
        assertThat(server.bayeux().getSessions()).isEmpty();
        local.handshake();
        assertThat(local.getId()).isNotEqualTo(former);
    }

    @Test
    void aCallbackThatSubscribesDuringTheHandshakeIsServed() {
        local.handshake(null, (channel, reply) -> local.getChannel("/news")
                .subscribe((on, message) -> heard.add(message.getData())));

        server.channel("/news").publish(null, 1);

        assertThat(heard).containsExactly(1);
    }

    @Test
    void aCallbackThatFailsHurtsNobody() {
        local.handshake();
        local.getChannel("/news").subscribe((on, message) -> {
            throw new IllegalStateException("broken on purpose");
        });
        local.getChannel("/news").subscribe((on, message) -> heard.add(message.getData()));

        server.socket().joins().publishes("/news", "1");

        assertThat(heard).containsExactly(1L);
    }

    @Test
    void whatItSendsInsideTheProcessingOfARequestBelongsToThatRequest() {
        local.handshake();
        server.channel("/inner").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            heard.add(server.bayeux().getCurrentTransport().getName());
            return true;
        });
        server.channel("/outer").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            local.getChannel("/inner").publish("x");
            return true;
        });

        server.socket().joins().publishes("/outer", "1");

        assertThat(heard).containsExactly("websocket");
    }

    @Test
    void itSubscribesAgainAfterANewHandshake() {
        local.handshake();
        local.getChannel("/news").subscribe((on, message) -> heard.add("old"));
        local.disconnect();
        assertThat(local.getChannel("/news").getSubscribers()).isEmpty();

        local.handshake();
        local.getChannel("/news").subscribe((on, message) -> heard.add(message.getData()));
        server.channel("/news").publish(null, 1);

        assertThat(heard).containsExactly(1);
    }

    @Test
    void aRefusalIsForAllWhoWaitedForTheAnswer() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        server.channel("/meta/subscribe")
                .addListener((ServerChannel.AsyncMessageListener) (from, channel, message) -> answer);
        local.handshake();
        ClientSessionChannel news = local.getChannel("/news");
        news.subscribe((on, message) -> {}, (on, reply) -> heard.add(reply.isSuccessful()));
        news.subscribe((on, message) -> {}, (on, reply) -> heard.add(reply.isSuccessful()));
        assertThat(heard).isEmpty();

        answer.complete(false);

        assertThat(heard).containsExactly(false, false);
        assertThat(news.getSubscribers()).isEmpty();
    }

    @Test
    void aMessageOfAnotherClientWithTheSameIdIsNoReply() {
        local.handshake();
        local.remoteCall("time", "Rome", reply -> heard.add(reply.getData()));
        ServerMessage.Mutable other = server.bayeux().newMessage();
        other.setChannel("/news");
        other.setId("2");
        other.setData("no answer");

        local.getServerSession().deliver(null, other);

        assertThat(heard).isEmpty();
    }

    @Test
    void whoWaitsForAResultHearsOfTheEndOfTheSession() {
        local.handshake();
        local.remoteCall("time", "Rome", reply -> heard.add(reply.get("error")));

        server.bayeux().removeSession(local.getServerSession());

        assertThat(heard).containsExactly("402::session_unknown");
    }

    @Test
    void whatAnExtensionDropsHasFailed() {
        local.handshake();
        local.addExtension(new ClientSession.Extension() {
            @Override
            public boolean send(ClientSession session, Message.Mutable message) {
                return !"unsent".equals(message.getData());
            }

            @Override
            public boolean rcv(ClientSession session, Message.Mutable message) {
                return false;
            }
        });

        local.getChannel("/news").publish("unsent", (on, reply) -> heard.add(reply.get("error")));
        local.getChannel("/news").publish("unheard", (on, reply) -> heard.add(reply.get("error")));

        assertThat(heard).containsExactly("404::message_deleted", "404::message_deleted");
    }
}
