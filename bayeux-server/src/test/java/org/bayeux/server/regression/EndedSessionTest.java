package org.bayeux.server.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.Writing;
import org.junit.jupiter.api.Test;

/** A session that has ended takes nothing, and nobody is called for it behind its removal. */
class EndedSessionTest {

    private final InMemoryServer server = InMemoryServer.start("maxQueue", "2");
    private final InMemoryClient client = server.polling().joins();
    private final ServerSession session = client.session();
    private final Everything heard = new Everything();

    @Test
    void deliverToARemovedSessionDoesNotGrowItsQueue() {
        server.bayeux().removeSession(session);

        session.startBatch();
        for (int i = 0; i < 1_000; i++) {
            session.deliver(null, "/a", i);
        }
        session.endBatch();

        assertThat(session.getQueueSize()).isZero();
    }

    @Test
    void publishReachesNoRemovedSession() {
        client.subscribes("/news");
        server.bayeux().removeSession(session);

        server.channel("/news").publish(null, 1);

        assertThat(session.getQueueSize()).isZero();
        assertThat(server.channel("/news").getSubscribers()).isEmpty();
    }

    @Test
    void whatAListenerDeliversInsideTheRemovalIsNotQueued() {
        session.addListener((ServerSession.RemoveListener) (ended, timeout) -> ended.deliver(null, "/a", "too late"));

        server.bayeux().removeSession(session);

        assertThat(session.getQueueSize()).isZero();
    }

    @Test
    void noListenerIsCalledBehindTheRemovalOfAPollingSession() {
        client.subscribes("/news");
        listen();

        server.bayeux().removeSession(session);
        useTheEndedSession();

        heard.nothingBehindTheRemoval();
        assertThat(heard.events).contains("resumed", "unsubscribed", "removed");
    }

    @Test
    void noListenerIsCalledBehindTheRemovalOfASessionWhoseSocketIsStillBusy() {
        InMemoryClient socket = server.socket().joins().subscribes("/news");
        socket.session().addListener(heard);
        socket.writing(Writing.SLOWLY);
        socket.session().deliver(null, "/a", "on its way");
        socket.session().deliver(null, "/a", "waits");

        socket.session().disconnect();
        socket.settles();

        heard.nothingBehindTheRemoval();
        assertThat(heard.events).contains("resumed", "removed");
        socket.receivesSome("{'data':'on its way'}")
                .receivesSome("{'data':'waits'}")
                .receivesSome("{'channel':'/meta/disconnect'}")
                .receivesSome("{'channel':'/meta/connect'}")
                .receivesNothing();
    }

    @Test
    void noListenerIsCalledBehindAnExpiry() {
        client.subscribes("/news");
        listen();

        server.clock().advanceMillis(60_000);
        useTheEndedSession();

        heard.nothingBehindTheRemoval();
    }

    @Test
    void sessionRemovedWhileAMessageIsFannedOutHearsNothingOfIt() {
        InMemoryClient other = server.polling().joins();
        List<Everything> all = new ArrayList<>();
        for (InMemoryClient each : List.of(client, other)) {
            each.subscribes("/news");
            InMemoryClient neighbour = each == client ? other : client;
            ServerSession theirs = neighbour.session();
            each.session().addListener((ServerSession.MessageListener) (to, from, message) -> {
                server.bayeux().removeSession(theirs);
                return true;
            });
            Everything everything = new Everything();
            each.session().addListener(everything);
            all.add(everything);
        }

        server.channel("/news").publish(null, 1);

        assertThat(server.bayeux().getSessions()).hasSize(1);
        assertThat(all)
                .filteredOn(each -> each.events.contains("removed"))
                .hasSize(1)
                .allSatisfy(Everything::nothingBehindTheRemoval);
    }

    @Test
    void sessionRemovedByItsOwnMessageListenerIsAskedNoFurther() {
        session.addListener((ServerSession.MessageListener) (to, from, message) -> {
            server.bayeux().removeSession(to);
            return true;
        });
        listen();

        session.deliver(null, "/a", 1);

        heard.nothingBehindTheRemoval();
        assertThat(session.getQueueSize()).isZero();
    }

    @Test
    void subscriptionListenersHearOfTheEndBeforeTheRemoval() {
        client.subscribes("/news");
        server.channel("/news").addListener(heard);
        session.addListener(heard);

        server.bayeux().removeSession(session);

        assertThat(heard.events).endsWith("unsubscribed", "removed");
    }

    private void listen() {
        session.addListener(heard);
        server.bayeux().addListener(heard);
        server.channel("/news").addListener(heard);
    }

    private void useTheEndedSession() {
        session.deliver(null, "/a", 1);
        server.channel("/news").subscribe(session);
        server.channel("/news").unsubscribe(session);
        server.channel("/news").publish(null, 1);
        session.disconnect();
        client.connects();
    }

    /** Notes whatever it is told of a session and its subscriptions. */
    private static final class Everything
            implements ServerSession.MessageListener,
                    ServerSession.QueueListener,
                    ServerSession.DeQueueListener,
                    ServerSession.MaxQueueListener,
                    ServerSession.HeartBeatListener,
                    ServerSession.RemoveListener,
                    ServerChannel.SubscriptionListener,
                    BayeuxServer.SubscriptionListener {

        private final List<String> events = new ArrayList<>();

        void nothingBehindTheRemoval() {
            assertThat(events).endsWith("removed").containsOnlyOnce("removed");
        }

        @Override
        public boolean onMessage(ServerSession to, ServerSession sender, ServerMessage message) {
            events.add("message");
            return true;
        }

        @Override
        public void queued(ServerSession sender, ServerMessage message) {
            events.add("queued");
        }

        @Override
        public void deQueue(ServerSession of, Queue<ServerMessage> queue) {
            events.add("dequeued");
        }

        @Override
        public boolean queueMaxed(
                ServerSession of, Queue<ServerMessage> queue, ServerSession sender, org.bayeux.api.Message message) {
            events.add("maxed");
            return true;
        }

        @Override
        public void onSuspended(ServerSession of, ServerMessage message, long timeout) {
            events.add("suspended");
        }

        @Override
        public void onResumed(ServerSession of, ServerMessage message, boolean timeout) {
            events.add("resumed");
        }

        @Override
        public void removed(ServerSession ended, boolean timeout) {
            events.add("removed");
        }

        @Override
        public void subscribed(ServerSession who, ServerChannel channel, ServerMessage message) {
            events.add("subscribed");
        }

        @Override
        public void unsubscribed(ServerSession who, ServerChannel channel, ServerMessage message) {
            events.add("unsubscribed");
        }
    }
}
