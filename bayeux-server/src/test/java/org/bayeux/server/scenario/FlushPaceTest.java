package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bayeux.api.client.ClientSessionChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is published while very many frames leave. */
class FlushPaceTest {

    private static final int CROWD = 200;

    private InMemoryServer server = InMemoryServer.start();
    private InMemoryClient receiver = receiver();

    private void configure(String... options) {
        server = InMemoryServer.start(options);
        receiver = receiver();
    }

    private InMemoryClient receiver() {
        return server.socket().joins().subscribes("/chat");
    }

    private void publish(String data) {
        server.channel("/chat").publish(null, data);
    }

    /** The next message is the first to be paced. */
    private void crowd() {
        server.channel("/crowd");
        Stream.generate(() -> server.socket().joins().subscribes("/crowd"))
                .limit(CROWD)
                .forEach(client -> {});
        for (int i = 0; i < 3; i++) {
            server.channel("/crowd").publish(null, "all");
        }
        server.clock().advanceMillis(20);
        publish("before");
        receiver.receivesSome("{'data':'before'}");
        receiver.batchSizes();
    }

    @Test
    @Tag("option:maxFlushDelay")
    void itWaitsForMoreAndLeavesTogether() {
        crowd();

        publish("a");
        publish("b");

        receiver.receivesNothing();
        server.clock().advanceMillis(20);
        assertThat(receiver.batchSizes()).containsExactly(2);
        receiver.receivesSome("{'data':'a'}").receivesSome("{'data':'b'}");
    }

    @Test
    @Tag("option:maxFlushDelay")
    void itWaitsAsLongAsConfigured() {
        configure("maxFlushDelay", "60");
        crowd();
        server.clock().advanceMillis(40);
        publish("paces");
        receiver.receivesSome("{'data':'paces'}");

        publish("a");

        server.clock().advanceMillis(49);
        receiver.receivesNothing();
        server.clock().advanceMillis(1);
        receiver.receivesSome("{'data':'a'}");
    }

    @Test
    @Tag("option:maxFlushDelay")
    void nothingWaitsIfThatIsOff() {
        configure("maxFlushDelay", "0");
        crowd();

        publish("a");

        receiver.receivesSome("{'data':'a'}");
    }

    @Test
    void fewMessagesLeaveAtOnceAgain() {
        crowd();
        publish("a");
        server.clock().advanceMillis(20);
        receiver.receivesSome("{'data':'a'}");

        publish("b");

        receiver.receivesSome("{'data':'b'}");
    }

    @Test
    void messageToVeryManyDoesNotMakeTheNextOneWait() {
        Stream.generate(this::receiver).limit(CROWD).forEach(client -> {});

        publish("a");
        publish("b");

        receiver.receivesSome("{'data':'a'}").receivesSome("{'data':'b'}");
    }

    @Test
    void noMoreThanAFrameHoldsWaits() {
        crowd();

        for (int i = 0; i < 65; i++) {
            publish("a");
        }

        assertThat(receiver.batchSizes()).containsExactly(64);
    }

    @Test
    void shortQueuesDoNotOverflowBecauseOfIt() {
        configure("maxQueue", "5");
        crowd();

        for (int i = 0; i < 20; i++) {
            publish("a");
        }

        assertThat(receiver.session().isConnected()).isTrue();
        assertThat(receiver.batchSizes()).hasSize(20);
    }

    @Test
    void responseThatLeavesAnywayTakesItAlong() {
        crowd();
        InMemoryClient polling = server.polling().joins().subscribes("/chat");
        publish("a");
        polling.receivesNothing();

        polling.sends("[{'channel':'/other','clientId':'$id','data':1}]");

        polling.receivesSome("{'channel':'/chat','data':'a'}");
    }

    @Test
    void heldConnectIsAnsweredAfterSomeBeats() {
        crowd();
        List<InMemoryClient> pollings = Stream.generate(
                        () -> server.polling().joins().subscribes("/chat"))
                .limit(CROWD)
                .toList();

        publish("a");
        server.clock().advanceMillis(10);
        publish("b");
        server.clock().advanceMillis(9);

        pollings.forEach(InMemoryClient::receivesNothing);
        server.clock().advanceMillis(1);
        pollings.forEach(it -> it.receivesSome("{'data':'a'}").receivesSome("{'data':'b'}"));
    }

    @Test
    void heldConnectIsAnsweredAtTheNextBeatIfFewWait() {
        crowd();
        InMemoryClient polling = server.polling().joins().subscribes("/chat");

        publish("a");

        polling.receivesNothing();
        server.clock().advanceMillis(20);
        polling.receivesSome("{'data':'a'}");
    }

    @Test
    void publisherGetsItsOwnMessageBeforeTheReply() {
        crowd();
        publish("a");

        receiver.sends("[{'channel':'/chat','clientId':'$id','id':'7','data':'own'}]");

        receiver.receivesSome("{'data':'a'}")
                .receivesSome("{'data':'own'}")
                .receivesSome("{'id':'7','successful':true}");
    }

    @Test
    void localSessionHearsAtOnce() {
        List<Object> heard = new ArrayList<>();
        LocalSession local = server.bayeux().newLocalSession("local");
        local.handshake();
        local.getChannel("/chat")
                .subscribe((ClientSessionChannel.MessageListener) (channel, message) -> heard.add(message.getData()));
        crowd();

        publish("a");

        assertThat(heard).containsExactly("before", "a");
    }

    @Test
    void sessionThatEndsGetsWhatWaited() {
        crowd();
        publish("a");

        receiver.session().disconnect();

        receiver.receivesSome("{'data':'a'}");
    }
}
