package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.cometd.client.BayeuxClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every CometD client does, done by the released Java client, the same way over each transport. */
@OnServer
class CometdJavaClientIT {

    private final TestApplication app;

    CometdJavaClientIT(TestApplication app) {
        this.app = app;
    }

    @ParameterizedTest
    @EnumSource
    void handshakeGivesASessionOnTheTransportAskedFor(Connector connector) {
        try (CometdClient client = connect(connector)) {

            assertThat(client.id()).hasSizeGreaterThan(20);
            assertThat(client.unwrap().getTransport().getName()).isEqualTo(connector.connectionType());
            assertThat(app.control().knows(client.id())).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void subscriberReceivesWhatAnotherClientPublishes(Connector connector) {
        String channel = Channels.fresh();
        try (CometdClient publisher = connect(connector);
                CometdClient subscriber = connect(connector)) {
            Inbox inbox = subscriber.subscribe(channel);

            Message reply = publisher.publish(channel, Map.of("text", "grüße 🙂"));

            assertThat(reply.isSuccessful()).isTrue();
            Message received = inbox.next();
            assertThat(received.getDataAsMap()).containsOnly(Map.entry("text", "grüße 🙂"));
            assertThat(received).doesNotContainKey(Message.CLIENT_ID_FIELD);
        }
    }

    @ParameterizedTest
    @EnumSource
    void patternsReceiveWhatTheyMatchAndNothingElse(Connector connector) {
        String root = Channels.fresh();
        try (CometdClient client = connect(connector)) {
            Inbox one = client.subscribe(root + "/*");
            Inbox all = client.subscribe(root + "/**");

            client.publish(root, "itself");
            client.publish(root + "/a", "child");
            client.publish(root + "/a/b", "grandchild");
            client.publish(root + "/z", "end");

            assertThat(one.until("end")).containsExactly("child", "end");
            assertThat(all.until("end")).containsExactly("child", "grandchild", "end");
        }
    }

    @ParameterizedTest
    @EnumSource
    void messagesArriveInOrderNoneLostAndNoneTwice(Connector connector) {
        String channel = Channels.fresh();
        try (CometdClient publisher = connect(connector);
                CometdClient subscriber = connect(connector)) {
            Inbox inbox = subscriber.subscribe(channel);

            List<String> published =
                    IntStream.range(0, 500).mapToObj(i -> "m" + i).toList();
            // Requests overtake each other on several connections, so each batch waits for the one before.
            for (int first = 0; first < 500; first += 25) {
                publisher.publishAll(channel, published.subList(first, first + 25));
            }
            publisher.publish(channel, "end");

            assertThat(inbox.until("m499")).containsExactlyElementsOf(published);
            assertThat(inbox.until("end")).containsExactly("end");
        }
    }

    @ParameterizedTest
    @EnumSource
    void batchKeepsItsOrder(Connector connector) {
        String channel = Channels.fresh();
        // The reply to a publisher carries messages as well as its connect does, and may overtake it on the way.
        try (CometdClient publisher = connect(connector);
                CometdClient subscriber = connect(connector)) {
            Inbox inbox = subscriber.subscribe(channel);

            List<String> published =
                    IntStream.range(0, 50).mapToObj(i -> "b" + i).toList();
            publisher.publishAll(channel, published);

            assertThat(inbox.until("b49")).containsExactlyElementsOf(published);
        }
    }

    @ParameterizedTest
    @EnumSource
    void listenerDeliversToTheSenderWithoutASubscription(Connector connector) {
        try (CometdClient client = connect(connector)) {
            Inbox echoes = client.listen("/service/echo");
            Inbox repeats = client.listen("/service/repeat");

            client.publish("/service/echo", Map.of("n", 1));
            client.publish("/service/repeat", "r");

            assertThat(echoes.next().getDataAsMap()).containsEntry("n", 1L);
            assertThat(repeats.until("r#9"))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 10).mapToObj(i -> "r#" + i).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void serverPublishesWhileTheConnectIsHeld(Connector connector) {
        String channel = Channels.fresh();
        try (CometdClient client = connect(connector)) {
            Inbox inbox = client.subscribe(channel);

            app.control().publish(channel, "first");
            Object first = inbox.next().getData();
            app.control().publish(channel, "second");

            assertThat(first).isEqualTo("first");
            assertThat(inbox.next().getData()).isEqualTo("second");
        }
    }

    @ParameterizedTest
    @EnumSource
    void remoteCallAnswersWithAResult(Connector connector) {
        try (CometdClient client = connect(connector)) {

            Message reply = client.call("sum", Map.of("a", 40, "b", 2));

            assertThat(reply.isSuccessful()).isTrue();
            assertThat(reply.getDataAsMap()).containsEntry("sum", 42L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void remoteCallAnswersWithAFailure(Connector connector) {
        try (CometdClient client = connect(connector)) {

            Message reply = client.call("refuse", "please");

            assertThat(reply.isSuccessful()).isFalse();
            assertThat(reply.getData()).isEqualTo("refused: please");
        }
    }

    @ParameterizedTest
    @EnumSource
    void unsubscribedClientReceivesNothingMore(Connector connector) {
        String channel = Channels.fresh();
        try (CometdClient client = connect(connector)) {
            Inbox ended = client.subscribe(channel);
            Inbox pattern = client.subscribe(channel + "/*");
            client.publish(channel, "before");

            Message reply = client.unsubscribe(channel, ended);
            client.publish(channel, "after");
            Inbox again = client.subscribe(channel);
            client.publish(channel, "again");
            client.publish(channel + "/x", "fence");

            assertThat(reply.isSuccessful()).isTrue();
            assertThat(again.until("again")).containsExactly("again");
            assertThat(pattern.until("fence")).containsExactly("fence");
            assertThat(ended.received()).containsExactly("before");
        }
    }

    @ParameterizedTest
    @EnumSource
    void disconnectedClientIsForgottenAndMayComeBack(Connector connector) {
        try (CometdClient client = connect(connector)) {
            String first = client.id();

            client.disconnect();
            boolean ended = client.reaches(BayeuxClient.State.DISCONNECTED);
            boolean known = app.control().knows(first);
            Message back = client.handshake(Map.of());

            assertThat(ended).isTrue();
            assertThat(known).isFalse();
            assertThat(back.isSuccessful()).isTrue();
            assertThat(client.id()).isNotEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void clientShakesHandsAgainWhenTheServerForgotIt(Connector connector) throws Exception {
        String channel = Channels.fresh();
        try (CometdClient client = connect(connector)) {
            String first = client.id();
            CompletableFuture<Message> again = new CompletableFuture<>();
            client.unwrap().getChannel(Channel.META_HANDSHAKE).addListener((ClientSessionChannel.MessageListener)
                    (handshake, reply) -> again.complete(reply));

            boolean forgotten = app.control().forget(first);
            Message reply = again.get(20, TimeUnit.SECONDS);
            Inbox inbox = client.subscribe(channel);
            client.publish(channel, "back");

            assertThat(forgotten).isTrue();
            assertThat(reply.isSuccessful()).isTrue();
            assertThat(client.id()).isNotEqualTo(first);
            assertThat(inbox.next().getData()).isEqualTo("back");
        }
    }

    @ParameterizedTest
    @EnumSource
    void clientsOnBothTransportsMeet(Connector connector) {
        String channel = Channels.fresh();
        List<Connector> others = List.of(Connector.values());
        try (CometdClient publisher = connect(connector);
                CometdClient first = connect(others.get(0));
                CometdClient second = connect(others.get(1))) {
            Inbox firstInbox = first.subscribe(channel);
            Inbox secondInbox = second.subscribe(channel);

            publisher.publish(channel, "hello");

            assertThat(firstInbox.next().getData()).isEqualTo("hello");
            assertThat(secondInbox.next().getData()).isEqualTo("hello");
        }
    }

    private CometdClient connect(Connector connector) {
        return CometdClient.connected(connector, app.bayeux());
    }
}
