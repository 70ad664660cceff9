package org.bayeux.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.bayeux.api.BinaryData;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.ext.BinaryExtension;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

class AbstractServiceTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final Game game = new Game(server.bayeux());

    @Test
    void methodIsCalledForEachMessageOnItsChannel() {
        server.socket().shakesHands().publishes("/game/event", "'start'");

        assertThat(game.seen).containsExactly("start");
    }

    @Test
    void whatTheMethodReturnsIsSentToTheSender() {
        InMemoryClient client = server.socket().joins();

        client.sends("{'channel':'/service/game/move','clientId':'$id','data':'e4'}");

        assertThat(List.of(client.takes(), client.takes()))
                .extracting(message -> message.get("data"))
                .containsExactlyInAnyOrder("echo e4", null);
    }

    @Test
    void methodIsMappedAndUnmappedWhileTheServiceRuns() {
        InMemoryClient client = server.socket().shakesHands();

        game.addService("/game/1", "event");
        game.addService("/game/1", "event");
        client.publishes("/game/1", "'mapped'");
        game.removeService("/game/1", "event");
        client.publishes("/game/1", "'unmapped'");

        assertThat(game.seen).containsExactly("mapped");
    }

    @Test
    void channelIsUnmappedWithAllItsMethods() {
        game.addService("/game/2", "event");
        game.addService("/game/2/", "other");

        game.removeService("/game/2");
        server.socket().shakesHands().publishes("/game/2", "'unmapped'");

        assertThat(game.seen).isEmpty();
    }

    @Test
    void removingWhatIsNotMappedDoesNothing() {
        game.removeService("/nowhere");
        game.removeService("/nowhere", "event");

        assertThat(game.seen).isEmpty();
    }

    @Test
    void failureIsHandedOverAndStopsNothing() {
        game.addService("/game/event", "failing");

        server.socket().shakesHands().publishes("/game/event", "'start'");

        assertThat(game.failures).hasSize(1).first().isInstanceOf(IllegalStateException.class);
        assertThat(game.seen).containsExactly("start");
    }

    @Test
    void ownMessagesAreSeenOnlyIfWanted() {
        game.getLocalSession().getChannel("/game/event").publish("unseen");
        game.setSeeOwnPublishes(true);
        game.getLocalSession().getChannel("/game/event").publish("seen");

        assertThat(game.seen).containsExactly("seen");
    }

    @Test
    void messagesOfTheServerItselfAreSeen() {
        server.channel("/game/event").publish(null, "news");

        assertThat(game.seen).containsExactly("news");
    }

    @Test
    void executorCallsTheMethods() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        game.setThreadPool(tasks::add);

        server.socket().shakesHands().publishes("/game/event", "'later'");

        assertThat(game.seen).isEmpty();
        tasks.remove().run();
        assertThat(game.seen).containsExactly("later");
    }

    @Test
    void executorThatRefusesIsAFailureOfTheMethod() {
        game.setThreadPool(task -> {
            throw new RejectedExecutionException("shut down");
        });

        server.socket().shakesHands().publishes("/game/event", "'lost'");

        assertThat(game.failures).hasSize(1).first().isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void executorGetsBytesToo() {
        server.bayeux().addExtension(new BinaryExtension());
        Queue<Runnable> tasks = new ArrayDeque<>();
        game.setThreadPool(tasks::add);
        BinaryData bytes = new BinaryData(new byte[] {1, 2}, true, null);

        server.channel("/game/event").publish(null, bytes);
        tasks.remove().run();

        assertThat(game.seen).containsExactly(bytes);
    }

    @Test
    void methodsMapOthersWhileTheyRun() {
        InMemoryClient client = server.socket().shakesHands();
        game.addService("/game/start/*", "start");

        client.publishes("/game/start/7", "1");
        client.publishes("/game/7", "'mapped'");
        game.removeService("/game/7");
        client.publishes("/game/7", "'unmapped'");

        assertThat(game.seen).containsExactly("mapped");
    }

    @Test
    void serviceSendsToOneClientWithoutSubscription() {
        InMemoryClient client = server.socket().joins();

        game.send(client.session(), "/private", null);
        game.send(client.session(), "/private", 1);

        client.receives("{'channel':'/private'}").receives("{'channel':'/private','data':1}");
    }

    @Test
    void methodMustExistOnceAndHaveTheRightParameters() {
        assertThatThrownBy(() -> game.addService("/a", "absent")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> game.addService("/a", "overloaded")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> game.addService("/a", "swapped")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> game.addService("/a", "hidden")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> game.addService("no channel", "event")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sessionIsNamedAfterTheService() {
        assertThat(game.getServerSession().getId()).startsWith("game");
        assertThat(game.getServerSession().getLocalSession()).isSameAs(game.getLocalSession());
        assertThat(game.getName()).isEqualTo("game");
        assertThat(game.getBayeux()).isSameAs(server.bayeux());
    }

    @Test
    void serviceThatIsNotLetInCannotBeMade() {
        InMemoryServer closed = InMemoryServer.start(new SecurityPolicy() {
            @Override
            public boolean canHandshake(BayeuxServer bayeux, ServerSession session, ServerMessage message) {
                return false;
            }
        });

        assertThatThrownBy(() -> new Game(closed.bayeux())).isInstanceOf(IllegalStateException.class);
    }

    static final class Game extends AbstractService {

        final List<Object> seen = new ArrayList<>();
        final List<Throwable> failures = new ArrayList<>();

        Game(BayeuxServer bayeux) {
            super(bayeux, "game");
            addService("/game/event", "event");
            addService("/service/game/*", "move");
        }

        public void event(ServerSession from, ServerMessage message) {
            seen.add(message.getData());
        }

        public void start(ServerSession from, ServerMessage message) {
            addService("/game/" + message.getChannelId().getSegment(2), "event");
        }

        public void other(ServerSession from, ServerMessage message) {
            seen.add("other");
        }

        public Object move(ServerSession from, ServerMessage message) {
            return "echo " + message.getData();
        }

        public void failing(ServerSession from, ServerMessage message) {
            throw new IllegalStateException("on purpose");
        }

        public void overloaded(ServerSession from, ServerMessage message) {}

        public void overloaded(ServerSession from, ServerMessage message, Object more) {}

        public void swapped(ServerMessage message, ServerSession from) {}

        void hidden(ServerSession from, ServerMessage message) {}

        @Override
        protected void exception(
                String method, ServerSession from, LocalSession local, ServerMessage message, Throwable failure) {
            failures.add(failure);
        }
    }

    @Test
    void executorGetsACopyThatNobodyChanges() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        game.setThreadPool(tasks::add);
        server.channel("/game/event")
                .addListener((org.bayeux.api.server.ServerChannel.MessageListener) (from, channel, message) -> {
                    message.setData("changed later");
                    return true;
                });

        server.socket().shakesHands().publishes("/game/event", "'start'");
        tasks.remove().run();

        assertThat(game.seen).containsExactly("start");
    }
}
