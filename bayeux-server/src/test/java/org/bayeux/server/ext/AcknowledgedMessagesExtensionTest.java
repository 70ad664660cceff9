package org.bayeux.server.ext;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.Writing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgedMessagesExtensionTest {

    private final InMemoryServer server = InMemoryServer.start();

    @BeforeEach
    void install() {
        server.bayeux().addExtension(new AcknowledgedMessagesExtension());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "'true'"})
    void supportIsNegotiatedByTheHandshake(String asked) {
        server.polling()
                .sends("{'channel':'/meta/handshake','version':'1.0','ext':{'ack':" + asked + "}}")
                .receivesSome("{'successful':true,'ext':{'ack':true}}");
    }

    @Test
    void whoDoesNotAskIsLeftAlone() {
        InMemoryClient client = server.polling().shakesHands().connects();

        assertThat(client.takes()).doesNotContainKey("ext");
        client.connects();
        client.session().deliver(null, "/a", 1);
        client.receivesSome("{'data':1}");
        assertThat(client.takes()).doesNotContainKey("ext");
    }

    @Test
    void messagesThatTheClientHasReceivedAreForgotten() {
        InMemoryClient client = asking(server.polling());
        connects(client, -1).receivesSome("{'channel':'/meta/connect','ext':{'ack':1}}");

        connects(client, 1);
        client.session().deliver(null, "/a", "first");
        client.receivesSome("{'data':'first'}").receivesSome("{'channel':'/meta/connect','ext':{'ack':2}}");
        assertThat(client.session().getQueueSize()).isEqualTo(1);

        connects(client, 2).receivesNothing();
        assertThat(client.session().getQueueSize()).isZero();
    }

    @Test
    void messagesThatWereLostComeAgainBeforeLaterOnes() {
        InMemoryClient client = asking(server.polling());
        connects(client, -1).receivesSome("{'ext':{'ack':1}}");
        connects(client, 1);
        client.session().deliver(null, "/a", "lost");
        client.receivesSome("{'data':'lost'}").receivesSome("{'ext':{'ack':2}}");
        client.session().deliver(null, "/a", "later");

        // As if that response had never arrived.
        connects(client, 1)
                .receivesSome("{'data':'lost'}")
                .receivesSome("{'data':'later'}")
                .receivesSome("{'ext':{'ack':3}}");
        connects(client, 3).receivesNothing();
    }

    @Test
    void writeThatFailsDoublesNothing() {
        InMemoryClient client = asking(server.polling());
        connects(client, -1).receivesSome("{'ext':{'ack':1}}");
        connects(client, 1);

        client.writing(Writing.FAILING);
        client.session().deliver(null, "/a", "once");
        client.writing(Writing.AT_ONCE);

        connects(client, 1).receivesSome("{'data':'once'}").receivesSome("{'ext':{'ack':3}}");
        connects(client, 3).receivesNothing();
    }

    @Test
    void onASocketMessagesTravelWithConnectRepliesToo() {
        InMemoryClient client = asking(server.socket());
        client.session().deliver(null, "/a", "waiting");
        client.receivesNothing();

        connects(client, -1)
                .receivesSome("{'data':'waiting'}")
                .receivesSome("{'channel':'/meta/connect','ext':{'ack':1}}");
        connects(client, 1);
        client.session().deliver(null, "/a", "next");
        client.receivesSome("{'data':'next'}").receivesSome("{'ext':{'ack':2}}");
    }

    @Test
    void socketThatBreaksLosesNothing() {
        InMemoryClient client = asking(server.socket());
        connects(client, -1).receivesSome("{'ext':{'ack':1}}");
        connects(client, 1);
        client.session().deliver(null, "/a", "lost");
        client.receivesSome("{'data':'lost'}").receivesSome("{'ext':{'ack':2}}");
        client.isCut();
        client.session().deliver(null, "/a", "later");

        connects(client, 1).receivesSome("{'data':'lost'}").receivesSome("{'data':'later'}");
    }

    @Test
    void messageThatIsQueuedDuringTheHandshakeIsKeptToo() {
        server.bayeux().addListener(new Greeter());
        InMemoryClient client = asking(server.polling());

        connects(client, -1).receivesSome("{'data':'welcome'}").receivesSome("{'ext':{'ack':1}}");
        connects(client, -1).receivesSome("{'data':'welcome'}").receivesSome("{'ext':{'ack':2}}");
        connects(client, 2).receivesNothing();
    }

    @Test
    void connectThatIsSupersededAcknowledgesNothing() {
        InMemoryClient client = asking(server.polling());
        connects(client, -1).receivesSome("{'ext':{'ack':1}}");
        connects(client, 1).receivesNothing();

        connects(client, 1);

        assertThat(client.takes()).containsEntry("successful", false).doesNotContainKey("ext");
        client.session().deliver(null, "/a", "once");
        client.receivesSome("{'data':'once'}").receivesSome("{'ext':{'ack':3}}");
        connects(client, 3).receivesNothing();
    }

    @Test
    void replyWithoutMessagesIsNumberedToo() {
        InMemoryClient client = asking(server.polling());
        connects(client, -1).receivesSome("{'ext':{'ack':1}}");
        connects(client, 1);

        server.clock().advance(Duration.ofSeconds(30));

        client.receivesSome("{'channel':'/meta/connect','successful':true,'ext':{'ack':2}}");
    }

    @Test
    void whatIsNotAcknowledgedCountsForTheLimitOfTheQueue() {
        InMemoryServer limited = InMemoryServer.start("maxQueue", "2");
        limited.bayeux().addExtension(new AcknowledgedMessagesExtension());
        InMemoryClient client = asking(limited.polling());
        connects(client, -1).receivesSome("{'ext':{'ack':1}}");
        connects(client, 1);
        client.session().deliver(null, "/a", 1);
        client.receivesSome("{'data':1}").receivesSome("{'ext':{'ack':2}}");
        client.session().addListener((ServerSession.MaxQueueListener) (session, queue, sender, message) -> false);

        client.session().deliver(null, "/a", 2);
        client.session().deliver(null, "/a", 3);

        assertThat(client.session().getQueueSize()).isEqualTo(2);
    }

    @Test
    void nonsenseAcknowledgesNothing() {
        InMemoryClient client = asking(server.polling());
        connects(client, -1).receivesSome("{'ext':{'ack':1}}");

        client.sends("{'channel':'/meta/connect','clientId':'$id','connectionType':'long-polling',"
                        + "'advice':{'timeout':0},'ext':{'ack':'x'}}")
                .receivesSome("{'successful':true,'ext':{'ack':2}}");
    }

    private static InMemoryClient asking(InMemoryClient client) {
        return client.shakesHandsWith("'ext':{'ack':true}");
    }

    private static InMemoryClient connects(InMemoryClient client, int received) {
        return client.sends(
                "{'channel':'/meta/connect','clientId':'$id','connectionType':'any','ext':{'ack':" + received + "}}");
    }

    private static final class Greeter implements BayeuxServer.SessionListener {

        @Override
        public void sessionAdded(ServerSession session, ServerMessage message) {
            session.deliver(null, "/welcome", "welcome");
        }
    }
}
