package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.SessionEnd;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.SessionStateListener;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.Writing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clients that vanish, come back or go, as the server tells it. */
class ConnectionLossTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final Journal journal = new Journal();

    @Test
    void aBrokenSocketIsALossAndTheNextSocketTheReturn() {
        InMemoryClient client = joined(server.socket());

        client.isCut().connects();

        assertThat(journal.told).containsExactly("lost", "resumed");
    }

    @Test
    void aSocketThatBreaksDuringTheHandshakeIsALoss() {
        InMemoryClient client = server.socket();
        server.bayeux().addListener(journal);
        server.bayeux().addExtension(new BayeuxServer.Extension() {
            @Override
            public boolean sendMeta(@Nullable ServerSession to, ServerMessage.Mutable message) {
                client.isCut();
                return true;
            }
        });

        client.sends("{'channel':'/meta/handshake','version':'1.0'}");

        assertThat(journal.told).containsExactly("lost");
    }

    @Test
    void aSecondSocketReplacesTheFirstWithoutALoss() {
        InMemoryClient client = joined(server.socket());

        client.opensAnotherSocket().connects();

        assertThat(journal.told).isEmpty();
    }

    @Test
    void pollingIsNoLoss() {
        InMemoryClient client = joined(server.polling());

        server.clock().advanceMillis(30_000);
        client.connects();

        assertThat(journal.told).isEmpty();
    }

    @Test
    void anAnswerToAConnectThatCannotBeWrittenIsALoss() {
        InMemoryClient client = joined(server.polling());

        client.writing(Writing.FAILING);
        client.session().deliver(null, "/private", 1);
        client.writing(Writing.AT_ONCE).connects();

        assertThat(journal.told).containsExactly("lost", "resumed");
    }

    @Test
    void aClientThatTakesLeaveIsNotLost() {
        InMemoryClient client = joined(server.socket());

        client.disconnects();

        assertThat(journal.told).containsExactly("removed DISCONNECTED", "forgotten");
    }

    @Test
    void aClientThatDoesNotComeBackExpires() {
        InMemoryClient client = joined(server.socket());

        client.isCut();
        server.clock().advanceMillis(60_000);

        assertThat(journal.told).containsExactly("lost", "removed EXPIRED", "forgotten");
    }

    @Test
    void theApplicationAndTheServerEndSessionsToo() {
        joined(server.polling()).session().disconnect();
        server.polling().joins();
        server.stop();

        assertThat(journal.told).containsExactly("removed REMOVED", "forgotten", "removed STOPPED", "forgotten");
    }

    @Test
    void whatIsToldOfASessionIsToldAsPartOfIt() {
        InMemoryClient client = joined(server.socket());

        client.isCut().connects().disconnects();

        assertThat(journal.current).containsOnly(client.id()).hasSize(4);
    }

    @Test
    void aRefusedHandshakeLeavesNoSession() {
        InMemoryServer closed = InMemoryServer.start(new Closed());
        closed.bayeux().addListener(journal);

        closed.polling()
                .sends("{'channel':'/meta/handshake','version':'1.0','supportedConnectionTypes':['long-polling']}");

        assertThat(journal.told).containsExactly("forgotten");
    }

    private static final class Closed implements SecurityPolicy {

        @Override
        public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
            return false;
        }
    }

    @Test
    void aThreadWorksForTheSenderOfEachMessage() {
        List<String> seen = new ArrayList<>();
        InMemoryClient alice = server.polling().joins();
        InMemoryClient bob = server.polling().joins();
        server.channel("/a")
                .addListener((ServerChannel.MessageListener) (from, channel, message) -> seen.add(current()));

        alice.publishes("/a", "1");
        bob.publishes("/a", "2");
        server.channel("/a").publish(null, 3);

        assertThat(seen).containsExactly(alice.id(), bob.id(), "nobody");
        assertThat(current()).isEqualTo("nobody");
    }

    @Test
    void strangersWorkForNobody() {
        List<String> seen = new ArrayList<>();
        List<BayeuxEngine> engines = new ArrayList<>();
        InMemoryServer open = InMemoryServer.start(new SecurityPolicy() {
            @Override
            public boolean canPublish(
                    BayeuxServer bayeux, ServerSession session, ServerChannel channel, ServerMessage message) {
                ServerSession current = engines.get(0).currentSession().get();
                return seen.add(current == null ? "nobody" : "somebody");
            }

            @Override
            public boolean canCreate(
                    BayeuxServer bayeux, ServerSession session, String channelId, ServerMessage message) {
                return true;
            }
        });
        engines.add(open.engine());
        InMemoryClient client = open.polling().joins();

        client.sends("[{'channel':'/a','clientId':'$id','data':1},{'channel':'/a','data':2}]");

        assertThat(seen).containsExactly("somebody", "nobody");
    }

    private String current() {
        ServerSession session = server.engine().currentSession().get();
        return session == null ? "nobody" : session.getId();
    }

    private InMemoryClient joined(InMemoryClient client) {
        client.joins();
        server.bayeux().addListener(journal);
        return client;
    }

    private final class Journal implements SessionStateListener {

        private final List<String> told = new ArrayList<>();
        private final List<String> current = new ArrayList<>();

        @Override
        public void connectionLost(ServerSession session) {
            tell("lost");
        }

        @Override
        public void connectionResumed(ServerSession session) {
            tell("resumed");
        }

        @Override
        public void removed(ServerSession session, SessionEnd reason) {
            tell("removed " + reason);
        }

        @Override
        public void forgotten(ServerSession session) {
            tell("forgotten");
        }

        private void tell(String what) {
            told.add(what);
            current.add(current());
        }
    }
}
