package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.ServerSession.DeQueueListener;
import org.bayeux.api.server.ServerSession.MaxQueueListener;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.Writing;
import org.junit.jupiter.api.Test;

/** The queue of a session: row S2. */
class QueueTest {

    private final InMemoryServer server = InMemoryServer.start("maxQueue", "2", "maxQueuePolicy", "listener");
    private final InMemoryClient client = server.polling().shakesHands().connects();
    private final ServerSession session = client.session();

    QueueTest() {
        client.takes();
    }

    @Test
    void messagesWaitForTheClient() {
        deliver(1, 2);

        assertThat(session.getQueueSize()).isEqualTo(2);
        client.connects().receivesSome("{'data':1}").receivesSome("{'data':2}");
        assertThat(session.getQueueSize()).isZero();
    }

    @Test
    void withoutListenerALongQueueGrows() {
        deliver(1, 2, 3);

        assertThat(session.getQueueSize()).isEqualTo(3);
    }

    @Test
    void aListenerRefusesTheMessageThatIsTooMany() {
        List<String> heard = new ArrayList<>();
        session.addListener((MaxQueueListener) (to, queue, sender, message) -> {
            heard.add(queue.size() + " wait, " + message.getData() + " comes");
            return false;
        });

        deliver(1, 2, 3);

        assertThat(heard).containsExactly("2 wait, 3 comes");
        client.connects()
                .receivesSome("{'data':1}")
                .receivesSome("{'data':2}")
                .receivesSome("{'channel':'/meta/connect'}");
    }

    @Test
    void aListenerMakesRoomForTheMessageThatIsTooMany() {
        session.addListener((MaxQueueListener) (to, queue, sender, message) -> queue.poll() != null);

        deliver(1, 2, 3);

        client.connects().receivesSome("{'data':2}").receivesSome("{'data':3}");
    }

    @Test
    void aListenerMayGiveTheClientUp() {
        session.addListener((MaxQueueListener) (to, queue, sender, message) -> {
            to.disconnect();
            return false;
        });

        deliver(1, 2, 3);

        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void queueListenersHearOfWhatIsQueuedOnly() {
        List<Object> heard = new ArrayList<>();
        session.addListener((MaxQueueListener) (to, queue, sender, message) -> false);
        session.addListener((ServerSession.QueueListener) (sender, message) -> heard.add(message.getData()));

        deliver(1, 2, 3);

        assertThat(heard).containsExactly(1, 2);
    }

    @Test
    void deQueueListenersMayDropReplaceAndAddWhatLeaves() {
        session.addListener((DeQueueListener) (to, queue) -> {
            ServerMessage.Mutable summary = server.bayeux().newMessage();
            summary.setChannel("/summary");
            summary.setData(queue.size());
            queue.clear();
            queue.add(summary);
        });
        deliver(1, 2);

        client.connects().receives("{'channel':'/summary','data':2}").receivesSome("{'channel':'/meta/connect'}");
    }

    @Test
    void deQueueListenersAreAskedOnEveryWayOut() {
        List<Integer> sizes = new ArrayList<>();
        session.addListener((DeQueueListener) (to, queue) -> sizes.add(queue.size()));

        deliver(1);
        client.connects();
        client.connects();
        deliver(2);
        deliver(3);
        client.publishes("/other", "1");

        assertThat(sizes).containsExactly(1, 1, 1);
    }

    @Test
    void deQueueListenersThatDropEverythingLetASocketGoOn() {
        InMemoryClient socket = server.socket().joins();
        socket.session().addListener((DeQueueListener)
                (to, queue) -> queue.removeIf(it -> it.getData().equals(1)));

        socket.session().deliver(null, "/a", 1);
        socket.session().deliver(null, "/a", 2);

        socket.receivesSome("{'data':2}").receivesNothing();
    }

    @Test
    void aBatchLeavesTogether() {
        InMemoryClient socket = server.socket().joins();
        socket.batchSizes();

        socket.session().batch(() -> {
            socket.session().deliver(null, "/a", 1);
            socket.session().startBatch();
            socket.session().deliver(null, "/a", 2);
            assertThat(socket.session().endBatch()).isFalse();
            socket.receivesNothing();
        });

        assertThat(socket.batchSizes()).containsExactly(2);
    }

    @Test
    void whatComesWhileAFrameIsOnItsWayLeavesTogether() {
        InMemoryServer busy = InMemoryServer.start();
        InMemoryClient socket = busy.socket().joins().writing(Writing.SLOWLY);
        socket.batchSizes();

        for (int i = 0; i < 100; i++) {
            socket.session().deliver(null, "/a", i);
        }
        socket.settles();

        assertThat(socket.batchSizes()).containsExactly(1, 99);
    }

    @Test
    void aResponseCarriesAllThatWaits() {
        client.session().addListener((MaxQueueListener) (to, queue, sender, message) -> true);
        for (int i = 0; i < 100; i++) {
            deliver(i);
        }
        client.batchSizes();

        client.connects();

        assertThat(client.batchSizes()).containsExactly(101);
    }

    @Test
    void aBatchWakesTheHeldConnectOnce() {
        client.connects();
        client.batchSizes();

        session.batch(() -> deliver(1, 2));

        assertThat(client.batchSizes()).containsExactly(3);
    }

    @Test
    void aResponseThatCouldNotBeWrittenKeepsItsMessages() {
        deliver(1);
        client.writing(Writing.FAILING).connects().writing(Writing.AT_ONCE).receivesNothing();
        deliver(2);

        client.connects().receivesSome("{'data':1}").receivesSome("{'data':2}");
    }

    @Test
    void aHeldResponseThatCouldNotBeWrittenKeepsItsMessages() {
        client.connects().writing(Writing.FAILING);
        deliver(1);
        deliver(2);
        client.writing(Writing.AT_ONCE).receivesNothing();

        client.connects().receivesSome("{'data':1}").receivesSome("{'data':2}");
    }

    private void deliver(int... data) {
        for (int each : data) {
            session.deliver(null, "/a", each);
        }
    }
}
