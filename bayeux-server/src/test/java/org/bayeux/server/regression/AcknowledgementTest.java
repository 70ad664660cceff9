package org.bayeux.server.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.ext.AcknowledgedMessagesExtension;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acknowledged messages arrive once and in order, whatever comes across their way. */
class AcknowledgementTest {

    private final InMemoryServer server = InMemoryServer.start();

    @BeforeEach
    void install() {
        server.bayeux().addExtension(new AcknowledgedMessagesExtension());
    }

    @Test
    void overlappingConnectsLoseAndDoubleNothing() {
        InMemoryClient client = server.polling().shakesHandsWith("'ext':{'ack':true}");
        connects(client, -1).receivesSome("{'ext':{'ack':1}}");
        connects(client, 1);
        client.session().deliver(null, "/a", "first");
        client.receivesSome("{'data':'first'}").receivesSome("{'ext':{'ack':2}}");

        // The client gave the response up that is on its way, and asks again; then both arrive.
        connects(client, 1).receivesSome("{'data':'first'}").receivesSome("{'ext':{'ack':3}}");
        connects(client, 3);
        connects(client, 3).receivesSome("{'error':'408::connect_superseded'}");
        client.session().deliver(null, "/a", "second");

        client.receivesSome("{'data':'second'}")
                .receivesSome("{'ext':{'ack':5}}")
                .receivesNothing();
        connects(client, 5).receivesNothing();
        assertThat(client.session().getQueueSize()).isZero();
    }

    @Test
    void messageQueuedDuringTheHandshakeIsAcknowledgedLikeAllOthers() {
        server.bayeux().addListener(new Greeter());

        for (InMemoryClient client : List.of(server.polling(), server.socket())) {
            client.shakesHandsWith("'ext':{'ack':true}").receivesNothing();
            connects(client, -1).receivesSome("{'data':'welcome'}").receivesSome("{'ext':{'ack':1}}");
            assertThat(client.session().getQueueSize()).isOne();
            connects(client, 1).receivesNothing();
            assertThat(client.session().getQueueSize()).isZero();
        }
    }

    @Test
    void localSessionNeedsNoAcknowledgementsAlthoughItAsksForThem() {
        List<Object> heard = new ArrayList<>();
        LocalSession local = server.bayeux().newLocalSession("robot");
        local.handshake(Map.of("ext", Map.of("ack", true)));
        local.getChannel("/news").subscribe((channel, message) -> heard.add(message.getData()));

        for (int i = 0; i < 3; i++) {
            server.channel("/news").publish(null, i);
        }

        assertThat(heard).containsExactly(0, 1, 2);
        assertThat(local.getServerSession().getQueueSize()).isZero();
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
