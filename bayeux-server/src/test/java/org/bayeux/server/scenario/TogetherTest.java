package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** What messages that came together bring to others. */
class TogetherTest {

    private InMemoryServer server = InMemoryServer.start();
    private InMemoryClient sender = server.socket().joins();
    private InMemoryClient receiver = server.socket().joins().subscribes("/chat");

    private void configure(String... options) {
        server = InMemoryServer.start(options);
        sender = server.socket().joins();
        receiver = server.socket().joins().subscribes("/chat");
    }

    private static String messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> "{'channel':'/chat','clientId':'$id','data':" + it + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void itLeavesInOneFrame() {
        receiver.batchSizes();

        sender.sends(messages(10));

        assertThat(receiver.batchSizes()).containsExactly(10);
        for (int i = 0; i < 10; i++) {
            receiver.receivesSome("{'data':" + i + "}");
        }
    }

    @Test
    void veryManyLeaveInSeveralFrames() {
        receiver.batchSizes();

        sender.sends(messages(100));

        assertThat(receiver.batchSizes()).hasSizeGreaterThan(1);
        for (int i = 0; i < 100; i++) {
            receiver.receivesSome("{'data':" + i + "}");
        }
    }

    @Test
    void itHasLeftBeforeListenersOfTheNextTakeTheirTime() {
        List<Integer> hadLeft = new ArrayList<>();
        server.channel("/slow").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            hadLeft.addAll(receiver.batchSizes());
            return true;
        });
        receiver.batchSizes();

        sender.sends("""
            [{'channel':'/chat','clientId':'$id','data':1},
             {'channel':'/chat','clientId':'$id','data':2},
             {'channel':'/slow','clientId':'$id','data':3}]""");

        assertThat(hadLeft).containsExactly(2);
    }

    @Test
    void whatListenersPublishLeavesAtOnce() {
        List<Integer> hasLeft = new ArrayList<>();
        server.channel("/slow").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            server.channel("/chat").publish(null, "half");
            hasLeft.addAll(receiver.batchSizes());
            return true;
        });
        receiver.batchSizes();

        sender.sends("""
            [{'channel':'/slow','clientId':'$id','data':1},
             {'channel':'/slow','clientId':'$id','data':2}]""");

        assertThat(hasLeft).containsExactly(1, 1);
    }

    @Test
    void itHasLeftBeforeAMetaMessageIsProcessed() {
        List<Integer> hasLeft = new ArrayList<>();
        server.bayeux().addListener(new BayeuxServer.SubscriptionListener() {
            @Override
            public void subscribed(ServerSession session, ServerChannel channel, ServerMessage message) {
                hasLeft.addAll(receiver.batchSizes());
            }
        });
        receiver.batchSizes();

        sender.sends("""
            [{'channel':'/chat','clientId':'$id','data':1},
             {'channel':'/meta/subscribe','clientId':'$id','subscription':'/x'}]""");

        assertThat(hasLeft).containsExactly(1);
    }

    @Test
    void itDoesNotWaitForAnAnswerThatComesLater() {
        server.channel("/slow").addListener((ServerChannel.AsyncMessageListener)
                (from, channel, message) -> new CompletableFuture<>());

        sender.sends("""
            [{'channel':'/chat','clientId':'$id','data':1},
             {'channel':'/slow','clientId':'$id','data':2},
             {'channel':'/chat','clientId':'$id','data':3}]""");

        receiver.receives("{'channel':'/chat','data':1}").receivesNothing();
    }

    @Test
    void shortQueuesDoNotOverflowBecauseOfIt() {
        configure("maxQueue", "2");

        sender.sends(messages(10));

        for (int i = 0; i < 10; i++) {
            receiver.receivesSome("{'data':" + i + "}");
        }
        assertThat(receiver.session().isConnected()).isTrue();
    }
}
