package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.ext.AcknowledgedMessagesExtension;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.Writing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that takes its messages too slowly costs a bounded part of the heap. */
class SlowClientTest {

    @Test
    @Tag("option:maxQueue")
    void fullQueueEndsTheSession() {
        InMemoryServer server = InMemoryServer.start("maxQueue", "2");
        InMemoryClient client = away(server);
        List<Boolean> timeouts = new ArrayList<>();
        client.session().addListener((ServerSession.RemoveListener) (session, timeout) -> timeouts.add(timeout));

        deliver(client.session(), "/a", 1, 2);
        assertThat(client.isKnown()).isTrue();
        deliver(client.session(), "/a", 3);

        assertThat(client.isKnown()).isFalse();
        assertThat(timeouts).containsExactly(false);
        client.connects()
                .receivesSome("{'error':'402::session_unknown','advice':{'reconnect':'handshake','interval':0}}");
        client.joins().subscribes("/b");
    }

    @Test
    void clientThatCanBeReachedHearsWhyItsSessionEnded() {
        InMemoryServer server = InMemoryServer.start("maxQueue", "2");
        InMemoryClient client = server.socket().joins().writing(Writing.SLOWLY);

        deliver(client.session(), "/a", 1, 2, 3);

        client.receivesSome("{'data':1}").receivesNothing().settles();
        client.receives("{'channel':'/meta/connect','successful':false,'error':'408::queue_overflow',"
                + "'advice':{'reconnect':'handshake','interval':0}}");
        client.writing(Writing.AT_ONCE).joins();
    }

    @Test
    void socketThatNeverTakesItsBatchIsEnded() {
        InMemoryServer server = InMemoryServer.start("maxQueue", "2", "maxInterval", "7000");
        InMemoryClient client = server.socket().joins().writing(Writing.SLOWLY);
        deliver(client.session(), "/a", 1, 2, 3);

        server.clock().advanceMillis(6_999);
        assertThat(client.isClosed()).isFalse();
        server.clock().advanceMillis(1);

        assertThat(client.isClosed()).isTrue();
    }

    @Test
    @Tag("option:maxQueueBytes")
    void stuckSocketDoesNotFillTheHeap() {
        InMemoryServer server = InMemoryServer.start("maxQueueBytes", "10000000");
        InMemoryClient client = server.socket().joins().subscribes("/big").writing(Writing.SLOWLY);
        String megabyte = "x".repeat(1_000_000);

        publish(server, "/big", megabyte, 9);
        assertThat(client.isKnown()).isTrue();
        publish(server, "/big", megabyte, 1);

        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void stuckPollingClientDoesNotFillTheHeap() {
        InMemoryServer server = InMemoryServer.start("maxQueueBytes", "10000000");
        InMemoryClient client = server.polling().joins().subscribes("/big").writing(Writing.SLOWLY);
        String megabyte = "x".repeat(1_000_000);

        publish(server, "/big", megabyte, 10);
        assertThat(client.session().getQueueSize()).isEqualTo(9);
        publish(server, "/big", megabyte, 1);

        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void bytesAreCountedAsEncodedAndOverTheAcknowledgementWindow() {
        InMemoryServer server = InMemoryServer.start("maxQueueBytes", "650");
        server.bayeux().addExtension(new AcknowledgedMessagesExtension());
        InMemoryClient client = server.polling().shakesHandsWith("'ext':{'ack':true}");
        client.connects().takes();
        // 27 bytes around the text, two for each of its letters, and 256 for the message itself
        server.channel("/a");
        client.session().deliver(null, "/a", "ä".repeat(40));
        client.connects().takes();

        client.session().deliver(null, "/a", "ä".repeat(10));
        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void smallMessagesCountWhatTheyTakeBesideTheirText() {
        InMemoryClient client = away(InMemoryServer.start("maxQueueBytes", "100000"));

        for (int i = 0; i < 300; i++) {
            deliver(client.session(), "/a", 1);
        }
        assertThat(client.isKnown()).isTrue();
        client.session().batch(() -> {
            for (int i = 0; i < 100 && client.isKnown(); i++) {
                deliver(client.session(), "/a", 1);
            }
        });

        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void messageOfAnyLengthFitsIntoAnEmptyQueue() {
        InMemoryClient client = away(InMemoryServer.start("maxQueueBytes", "10"));

        client.session().deliver(null, "/a", "longer than ten bytes");

        client.connects().receivesSome("{'data':'longer than ten bytes'}");
    }

    @Test
    void usualLimitIsSixteenMebibytesAndCanBeSwitchedOff() {
        InMemoryServer usual = InMemoryServer.start("maxTotalQueueBytes", "-1");
        InMemoryServer without = InMemoryServer.start("maxTotalQueueBytes", "-1", "long-polling.maxQueueBytes", "-1");
        String mebibyte = "x".repeat(1024 * 1024);
        InMemoryClient client = away(usual);
        InMemoryClient patient = away(without);

        for (int i = 0; i < 15; i++) {
            client.session().deliver(null, "/a", mebibyte);
        }
        assertThat(client.isKnown()).isTrue();
        client.session().deliver(null, "/a", mebibyte);
        for (int i = 0; i < 20; i++) {
            patient.session().deliver(null, "/a", mebibyte);
        }

        assertThat(client.isKnown()).isFalse();
        assertThat(patient.session().getQueueSize()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"dropOldest, 2 3 4", "dropNewest, 1 2 3", "listener, 1 2 3 4"})
    @Tag("option:maxQueuePolicy")
    void policyDecidesWhatIsKept(String policy, String kept) {
        InMemoryClient client = away(InMemoryServer.start("maxQueue", "3", "maxQueuePolicy", policy));

        deliver(client.session(), "/a", 1, 2, 3, 4);

        assertThat(dataOf(client)).isEqualTo(kept);
    }

    @Test
    void conflatingKeepsTheNewestOfEachChannel() {
        InMemoryClient client = away(InMemoryServer.start("maxQueue", "4", "maxQueuePolicy", "conflate"));
        deliver(client.session(), "/a", 1, 2);
        deliver(client.session(), "/b", 3, 4);

        deliver(client.session(), "/a", 5);

        assertThat(dataOf(client)).isEqualTo("4 5");
    }

    @Test
    void conflatingDropsTheOldestWhereAllChannelsDiffer() {
        InMemoryClient client = away(InMemoryServer.start("maxQueue", "2", "maxQueuePolicy", "conflate"));

        deliver(client.session(), "/a", 1);
        deliver(client.session(), "/b", 2);
        deliver(client.session(), "/c", 3);

        assertThat(dataOf(client)).isEqualTo("2 3");
    }

    @ParameterizedTest
    @CsvSource({"dropOldest, 2 4", "dropNewest, 2 4", "conflate, 2 4"})
    void answersToRemoteCallsAreKept(String policy, String kept) {
        InMemoryServer server = InMemoryServer.start("maxQueue", "2", "maxQueuePolicy", policy);
        InMemoryClient client = away(server);

        deliver(client.session(), "/b", 1);
        answer(server, client.session(), 2);
        answer(server, client.session(), 4);

        assertThat(dataOf(client)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"dropOldest", "dropNewest", "conflate"})
    void clientThatTakesNoAnswersIsDisconnectedSinceNoneIsDropped(String policy) {
        InMemoryServer server = InMemoryServer.start("maxQueue", "2", "maxQueuePolicy", policy);
        InMemoryClient client = away(server);
        ServerSession session = client.session();

        answer(server, session, 1);
        answer(server, session, 2);
        assertThat(client.isKnown()).isTrue();
        answer(server, session, 3);

        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void whatIsOnItsWayIsNotDropped() {
        InMemoryServer server = InMemoryServer.start("ws.maxQueue", "2", "maxQueuePolicy", "dropOldest");
        InMemoryClient client = server.socket().joins().writing(Writing.SLOWLY);

        deliver(client.session(), "/a", 1, 2, 3);

        client.receivesSome("{'data':1}").settles().receivesSome("{'data':3}").receivesNothing();
    }

    @ParameterizedTest
    @CsvSource({"dropOldest", "dropNewest", "conflate"})
    void clientThatComesBackAndTakesAFullQueueIsNotDisconnectedByTheNextMessage(String policy) {
        InMemoryServer server = InMemoryServer.start("maxQueue", "3", "maxQueuePolicy", policy);
        InMemoryClient client = server.socket().joins().writing(Writing.SLOWLY);
        client.session().batch(() -> {
            deliver(client.session(), "/a", 1);
            deliver(client.session(), "/b", 2);
            deliver(client.session(), "/c", 3);
        });

        deliver(client.session(), "/d", 4);
        client.settles();
        deliver(client.session(), "/d", 5);

        client.receivesSome("{'data':1}")
                .receivesSome("{'data':2}")
                .receivesSome("{'data':3}")
                .receivesSome("{'data':5}")
                .receivesNothing();
    }

    @ParameterizedTest
    @CsvSource({"dropOldest", "dropNewest", "conflate"})
    void fullAcknowledgementWindowDisconnectsNobodyWhoseMessagesMayBeDropped(String policy) {
        InMemoryServer server = InMemoryServer.start("maxQueue", "3", "maxQueuePolicy", policy);
        server.bayeux().addExtension(new AcknowledgedMessagesExtension());
        InMemoryClient client = server.polling().shakesHandsWith("'ext':{'ack':true}");
        client.connects().takes();
        deliver(client.session(), "/a", 1);
        deliver(client.session(), "/b", 2);
        deliver(client.session(), "/c", 3);
        client.connects();

        deliver(client.session(), "/d", 4);
        assertThat(client.isKnown()).isTrue();
        assertThat(client.session().getQueueSize()).isEqualTo(3);
        answer(server, client.session(), 5);

        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void nothingIsDroppedInVainForAMessageThatDoesNotFitAnyway() {
        InMemoryServer server = InMemoryServer.start("ws.maxQueueBytes", "4000", "maxQueuePolicy", "dropOldest");
        InMemoryClient client = server.socket().joins().writing(Writing.SLOWLY);
        client.session().deliver(null, "/a", "x".repeat(2_500));
        deliver(client.session(), "/a", 1);

        client.session().deliver(null, "/a", "y".repeat(2_500));

        client.takes();
        client.settles().receivesSome("{'data':1}").receivesNothing();
    }

    @Test
    void channelHasAPolicyOfItsOwn() {
        InMemoryServer server = InMemoryServer.start("maxQueue", "2");
        server.channel("/prices/gold").setQueuePolicy(QueuePolicy.CONFLATE);
        InMemoryClient client = away(server);

        deliver(client.session(), "/prices/gold", 1, 2, 3);
        assertThat(dataOf(client)).isEqualTo("3");

        deliver(client.session(), "/other", 1, 2, 3);
        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void patternSetsThePolicyOfWhatItMatchesAndTheClosestCounts() {
        InMemoryServer server = InMemoryServer.start("maxQueue", "2");
        configure(server, "/**", QueuePolicy.DROP_NEWEST);
        configure(server, "/prices/*", QueuePolicy.DROP_OLDEST);
        InMemoryClient client = away(server).subscribes("/prices/gold");

        publish(server, "/prices/gold", 1, 1);
        publish(server, "/prices/gold", 2, 1);
        publish(server, "/prices/gold", 3, 1);
        assertThat(client.session().getQueueSize()).isEqualTo(2);
        deliver(client.session(), "/no channel", 4);

        assertThat(dataOf(client)).isEqualTo("2 3");
    }

    @Test
    void listenersOfTheSessionDecideAndNoPolicy() {
        InMemoryServer server = InMemoryServer.start("maxQueue", "1");
        InMemoryClient client = away(server);
        client.session()
                .addListener((ServerSession.MaxQueueListener) (to, queue, from, message) -> queue.poll() != null);

        deliver(client.session(), "/a", 1, 2, 3);

        assertThat(dataOf(client)).isEqualTo("3");
    }

    @Test
    void lazyMessagesLeaveBeforeTheQueueIsFull() {
        InMemoryServer server = InMemoryServer.start("maxQueue", "2");
        server.channel("/lazy").setLazy(true);
        InMemoryClient client = server.polling().joins().subscribes("/lazy");

        publish(server, "/lazy", 1, 2);
        client.receivesNothing();
        publish(server, "/lazy", 2, 1);

        client.receivesSome("{'data':1}").receivesSome("{'data':1}").receivesSome("{'channel':'/meta/connect'}");
        assertThat(client.session().getQueueSize()).isEqualTo(1);
    }

    @Test
    void clientInThisProcessIsNeverDisconnected() {
        InMemoryServer server = InMemoryServer.start("maxQueue", "1");
        LocalSession local = server.bayeux().newLocalSession("local");
        local.handshake();
        ServerSession session = local.getServerSession();

        session.batch(() -> deliver(session, "/a", 1, 2, 3));

        assertThat(session.isHandshook()).isTrue();
    }

    /** A client that has no connect held. */
    private static InMemoryClient away(InMemoryServer server) {
        InMemoryClient client = server.polling().shakesHands().connects();
        client.takes();
        return client;
    }

    private static void configure(InMemoryServer server, String pattern, QueuePolicy policy) {
        server.bayeux().createChannelIfAbsent(pattern, (ConfigurableServerChannel.Initializer)
                channel -> channel.setQueuePolicy(policy));
    }

    private static void deliver(ServerSession session, String channel, int... data) {
        for (int each : data) {
            session.deliver(null, channel, each);
        }
    }

    private static void publish(InMemoryServer server, String channel, Object data, int times) {
        IntStream.range(0, times).forEach(i -> server.channel(channel).publish(null, data));
    }

    private static void answer(InMemoryServer server, ServerSession session, int data) {
        ServerMessage.Mutable answer = server.bayeux().newMessage();
        answer.setChannel("/service/call");
        answer.setSuccessful(true);
        answer.setData(data);
        session.deliver(null, answer);
    }

    /** What the next connect brings. */
    private static String dataOf(InMemoryClient client) {
        client.batchSizes();
        client.connects();
        int messages = client.batchSizes().stream().mapToInt(Integer::intValue).sum();
        return IntStream.range(0, messages)
                .mapToObj(i -> client.takes().get("data"))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
