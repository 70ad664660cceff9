package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.Message;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What docs/extensions.md promises to those who write extensions, besides the order of 6.3.4. */
class ExtensionTest {

    private final List<String> steps = new ArrayList<>();
    private final InMemoryServer server = InMemoryServer.start();
    private final BayeuxServer bayeux = server.bayeux();

    @Test
    void sessionExtensionsRunInTheirOrderAndBackwardsOnTheWayOut() {
        InMemoryClient client = server.socket().joins().subscribes("/a");
        client.session().addExtension(new Named("1st"));
        client.session().addExtension(new Named("2nd"));

        client.publishes("/a", "1");

        assertThat(steps).containsExactly("1st rcv", "2nd rcv", "2nd send", "1st send", "2nd send", "1st send");
    }

    @Test
    void publicationPassesTheServersExtensionsOnceForAllReceivers() {
        server.socket().joins().subscribes("/a");
        server.socket().joins().subscribes("/a");
        List<@Nullable ServerSession> receivers = new ArrayList<>();
        bayeux.addExtension(new BayeuxServer.Extension() {
            @Override
            public boolean send(
                    @Nullable ServerSession from, @Nullable ServerSession to, ServerMessage.Mutable message) {
                receivers.add(to);
                return true;
            }
        });

        server.channel("/a").publish(null, 1);

        assertThat(receivers).hasSize(1).containsOnlyNulls();
    }

    @Test
    void droppingExtensionMaySayWhy() {
        bayeux.addExtension(new BayeuxServer.Extension() {
            @Override
            public boolean rcv(@Nullable ServerSession from, ServerMessage.Mutable message) {
                message.getAssociated().put(Message.ERROR_FIELD, "400::too_loud");
                return false;
            }
        });
        InMemoryClient client = server.socket().joins();

        client.sends("{'channel':'/a','clientId':'$id','data':1}");

        client.receives("{'channel':'/a','successful':false,'error':'400::too_loud'}");
    }

    @Test
    void droppedIncomingMessageReachesNoExtensionBehind() {
        InMemoryClient client = server.socket().joins();
        bayeux.addExtension(new BayeuxServer.Extension() {
            @Override
            public boolean rcv(@Nullable ServerSession from, ServerMessage.Mutable message) {
                return false;
            }
        });
        client.session().addExtension(new Named("session"));

        client.sends("{'channel':'/a','clientId':'$id','data':1}");

        client.receivesSome("{'error':'404::message_deleted'}");
        assertThat(steps).containsExactly("session send");
    }

    @Test
    void extensionFindsTheRequestOfAReplyAndTheOtherWayRound() {
        bayeux.addExtension(new BayeuxServer.Extension() {
            @Override
            public boolean sendMeta(@Nullable ServerSession to, ServerMessage.Mutable reply) {
                steps.add(reply.getAssociated().getAssociated() == reply ? "tied" : "loose");
                return true;
            }
        });

        server.polling().shakesHands();

        assertThat(steps).containsExactly("tied");
    }

    @Test
    void removedExtensionsSeeNothingMore() {
        InMemoryClient client = server.socket().joins();
        Named extension = new Named("removed");
        client.session().addExtension(extension);
        assertThat(client.session().getExtensions()).containsExactly(extension);

        client.session().removeExtension(extension);
        client.publishes("/a", "1");

        assertThat(steps).isEmpty();
        assertThat(client.session().getExtensions()).isEmpty();
    }

    private final class Named implements ServerSession.Extension {

        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public boolean rcv(ServerSession session, ServerMessage.Mutable message) {
            steps.add(name + " rcv");
            return true;
        }

        @Override
        public @Nullable ServerMessage send(ServerSession session, ServerMessage message) {
            steps.add(name + " send");
            return message;
        }
    }
}
