package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.cometd.bayeux.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Annotated beans of a real application, called through a real container. */
@OnServer
class AnnotatedServicesIT {

    private final TestApplication app;

    AnnotatedServicesIT(TestApplication app) {
        this.app = app;
    }

    @ParameterizedTest
    @EnumSource
    void listenerThatReturnsFalseStopsTheMessage(Connector connector) {
        String channel = "/moderated" + Channels.fresh();
        try (CometdClient client = connect(connector)) {
            Inbox inbox = client.subscribe(channel);

            Message stopped = client.publish(channel, "forbidden");
            client.publish(channel, "allowed");

            assertThat(stopped.isSuccessful()).isFalse();
            assertThat(inbox.until("allowed")).containsExactly("allowed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void listenerOnATemplateChannelReceivesTheParametersOnce(Connector connector) {
        String room = Channels.fresh().substring(1);
        try (CometdClient client = connect(connector)) {
            Inbox heard = client.listen("/service/heard");

            client.publish("/listened/" + room + "/weather", "rain");

            assertThat(heard.next().getDataAsMap()).containsEntry("room", room).containsEntry("topic", "weather");
            assertThat(app.control().seen("listened " + room + " weather")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void subscriptionOfAServiceReceivesEachMessageOnce(Connector connector) {
        String channel = "/watched" + Channels.fresh();
        try (CometdClient client = connect(connector)) {

            client.publish(channel, "one");
            client.publish(channel, "two");

            await().until(() -> app.control().seen("watched " + channel) >= 2);
            assertThat(app.control().seen("watched " + channel)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void serviceSpeaksThroughItsOwnSession(Connector connector) {
        String channel = Channels.fresh();
        try (CometdClient client = connect(connector)) {
            Inbox inbox = client.subscribe(channel);

            client.publish("/service/announce", Map.of("channel", channel, "text", "hear me"));

            assertThat(inbox.next().getData()).isEqualTo("hear me");
        }
    }

    @ParameterizedTest
    @EnumSource
    void requestScopedBeanIsNewForEachMessage(Connector connector) {
        try (CometdClient client = connect(connector)) {
            Inbox inbox = client.listen("/service/request");

            client.publish("/service/request", "a");
            client.publish("/service/request", "b");

            assertThat(inbox.next().getData()).isEqualTo(1L);
            assertThat(inbox.next().getData()).isEqualTo(1L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void remoteCallTargetHasParameters(Connector connector) {
        try (CometdClient client = connect(connector)) {

            Message reply = client.call("rooms/blue/greet/ann", "hello");

            assertThat(reply.getData()).isEqualTo("hello ann in blue");
        }
    }

    @ParameterizedTest
    @EnumSource
    void exceptionInARemoteCallIsAFailureWithoutDetails(Connector connector) {
        try (CometdClient client = connect(connector)) {

            Message reply = client.call("explode", "now");

            assertThat(reply.isSuccessful()).isFalse();
            assertThat(reply.toString()).doesNotContain("secret detail", "IllegalState", "\\tat ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void serverInjectedIntoAConstructorKnowsTheCaller(Connector connector) {
        try (CometdClient client = connect(connector)) {

            Message reply = client.call("whoami", "");

            assertThat(reply.getDataAsMap()).containsEntry("known", true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void policyBeanRefusesHandshakeSubscriptionAndPublication(Connector connector) {
        try (CometdClient refused = CometdClient.of(connector, app.bayeux());
                CometdClient client = connect(connector)) {

            Message handshake = refused.handshake(Map.of("ext", Map.of("test", "refuse")));
            Message subscription = client.trySubscribe("/secret");
            Message publication = client.publish("/readonly" + Channels.fresh(), "x");

            assertThat(handshake.isSuccessful()).isFalse();
            assertThat(subscription.isSuccessful()).isFalse();
            assertThat((String) subscription.get(Message.ERROR_FIELD)).startsWith("403:");
            assertThat(publication.isSuccessful()).isFalse();
            assertThat((String) publication.get(Message.ERROR_FIELD)).startsWith("403:");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsRefusedThatTheDefaultPolicyRefuses(Connector connector) {
        try (CometdClient client = connect(connector)) {

            assertThat(client.trySubscribe("/*").isSuccessful()).isFalse();
            assertThat(client.trySubscribe("/**").isSuccessful()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void channelIsConfiguredBeforeAnybodyUsesIt(Connector connector) {
        try (CometdClient client = connect(connector)) {

            client.subscribe("/configured");

            assertThat(app.control().configured("/configured")).isTrue();
        }
    }

    private CometdClient connect(Connector connector) {
        return CometdClient.connected(connector, app.bayeux());
    }
}
