package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.DefaultSecurityPolicy;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No client can take more than its share; the one that tries is told so and goes on. */
class AbuseLimitsTest {

    private static final String HANDSHAKE = "{'channel':'/meta/handshake','version':'1.0',"
            + "'supportedConnectionTypes':['long-polling','websocket']}";
    private static final String TOO_MANY_FROM_ADDRESS = "{'channel':'/meta/handshake','successful':false,"
            + "'error':'403::too_many_sessions_per_address','advice':{'reconnect':'handshake','interval':10000}}";

    @Test
    @Tag("option:maxSessionsPerAddress")
    void sessionsOfOneAddressAreLimitedUntilOneEnds() {
        InMemoryServer server = InMemoryServer.start("maxSessionsPerAddress", "2");
        InMemoryClient first = from(server, "192.0.2.1").shakesHands();
        from(server, "192.0.2.1").shakesHands();
        InMemoryClient third = from(server, "192.0.2.1");

        third.sends(HANDSHAKE).receivesSome(TOO_MANY_FROM_ADDRESS);
        from(server, "192.0.2.2").shakesHands();
        first.disconnects();

        third.shakesHands();
    }

    @Test
    void placeOfASessionThatExpiresIsFree() {
        InMemoryServer server = InMemoryServer.start("maxSessionsPerAddress", "1");
        from(server, "192.0.2.1").shakesHands();

        server.clock().advanceMillis(10_000);

        from(server, "192.0.2.1").shakesHands();
    }

    @Test
    void refusedHandshakeTakesNoPlace() {
        SecurityPolicy nobody = new DefaultSecurityPolicy() {
            @Override
            public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
                return message.get("welcome") != null;
            }
        };
        InMemoryServer server = InMemoryServer.start(nobody, "maxSessionsPerAddress", "1");
        for (int i = 0; i < 3; i++) {
            from(server, "192.0.2.1").sends(HANDSHAKE).receivesSome("{'error':'403::handshake_denied'}");
        }

        from(server, "192.0.2.1").shakesHandsWith("'welcome':true");
    }

    @Test
    void sessionThatItsListenersEndAtOnceTakesNoPlace() {
        InMemoryServer server = InMemoryServer.start("maxSessionsPerAddress", "1");
        BayeuxServer.SessionListener bouncer = new BayeuxServer.SessionListener() {
            @Override
            public void sessionAdded(ServerSession session, ServerMessage message) {
                session.disconnect();
            }
        };
        server.bayeux().addListener(bouncer);
        from(server, "192.0.2.1").sends(HANDSHAKE).receivesSome("{'error':'403::handshake_denied'}");
        server.bayeux().removeListener(bouncer);

        from(server, "192.0.2.1").shakesHands();
    }

    @Test
    void placesGivenAfterALateVerdictAreCountedToo() {
        CompletableFuture<Boolean> verdict = new CompletableFuture<>();
        InMemoryServer server = InMemoryServer.start("maxSessionsPerAddress", "1");
        server.channel("/meta/handshake")
                .addListener((ServerChannel.AsyncMessageListener) (from, channel, message) -> verdict);
        InMemoryClient first = from(server, "192.0.2.1").sends(HANDSHAKE);
        InMemoryClient second = from(server, "192.0.2.1").sends(HANDSHAKE);

        verdict.complete(true);

        assertThat(List.of(first.takes(), second.takes()))
                .extracting(reply -> reply.getOrDefault("error", "none"))
                .containsExactlyInAnyOrder("none", "403::too_many_sessions_per_address");
    }

    @Test
    void networkOfIpv6CountsAsOneAddress() {
        InMemoryServer server = InMemoryServer.start("maxSessionsPerAddress", "1");
        from(server, "2001:db8:1:2::1").shakesHands();

        from(server, "2001:db8:1:2:ffff::9").sends(HANDSHAKE).receivesSome(TOO_MANY_FROM_ADDRESS);
        from(server, "2001:db8:1:3::1").shakesHands();
    }

    @Test
    @Tag("option:maxSubscriptionsPerSession")
    void subscriptionsOfOneSessionAreLimited() {
        InMemoryServer server = InMemoryServer.start("maxSubscriptionsPerSession", "2");
        InMemoryClient client = server.socket().joins().subscribes("/a").subscribes("/b");

        subscribe(client, "/c").receivesSome("{'subscription':'/c','error':'403::too_many_subscriptions'}");
        client.subscribes("/a").subscribes("/service/x").unsubscribes("/a").subscribes("/c");

        assertThat(client.session().getSubscriptions()).hasSize(2);
    }

    @Test
    void arrayOfSubscriptionsIsRefusedAsAWhole() {
        InMemoryServer server = InMemoryServer.start("maxSubscriptionsPerSession", "2");
        InMemoryClient client = server.socket().joins().subscribes("/a");

        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':['/a','/b','/c']}")
                .receivesSome("{'error':'403::too_many_subscriptions'}");
        assertThat(client.session().getSubscriptions()).hasSize(1);
        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':['/a','/b','/b']}")
                .receivesSome("{'successful':true}");
    }

    @Test
    @Tag("option:maxClientChannels")
    void channelsThatClientsMakeAreLimitedUntilTheyAreSwept() {
        InMemoryServer server = InMemoryServer.start("maxClientChannels", "3", "sweepPeriod", "1000");
        InMemoryClient client = server.socket().joins();
        server.channel("/of/the/application/does/not/count");
        client.subscribes("/a/b").publishes("/c", "1");

        publish(client, "/d").receivesSome("{'error':'403::too_many_channels'}");
        subscribe(client, "/e").receivesSome("{'error':'403::too_many_channels'}");
        client.publishes("/a/b", "1").receivesSome("{'channel':'/a/b','data':1}");
        client.publishes("/of/the/application", "1");

        server.clock().advanceMillis(4_000);
        client.publishes("/d", "1");
        publish(client, "/f").receivesSome("{'error':'403::too_many_channels'}");
    }

    @Test
    void channelThatCannotBeMadeDoesNotCount() {
        InMemoryServer server = InMemoryServer.start("maxClientChannels", "1");
        server.bayeux().addListener(new RefusingListener());
        InMemoryClient client = server.socket().joins();

        publish(client, "/refused").receivesSome("{'error':'500::internal_error'}");

        client.publishes("/a", "1");
    }

    @Test
    @Tag("option:maxMessagesPerBatch")
    void messagesBeyondTheBatchAreAnsweredButNotProcessed() {
        InMemoryServer server = InMemoryServer.start("maxMessagesPerBatch", "2");
        InMemoryClient client = server.socket().joins().subscribes("/a");

        client.sends(array(3, i -> message("/a", i)));

        client.receivesSome("{'channel':'/a','data':0}").receivesSome("{'channel':'/a','data':1}");
        client.receivesSome("{'id':'0','successful':true}").receivesSome("{'id':'1','successful':true}");
        client.receives("{'channel':'/a','id':'2','successful':false,'error':'413::too_many_messages'}");
        client.receivesNothing().publishes("/a", "1");
    }

    @Test
    void oneErrorAnswersAllThatIsBeyondTheBatch() {
        InMemoryServer server = InMemoryServer.start("maxMessagesPerBatch", "2");
        InMemoryClient client = server.socket().joins();

        client.sends(array(6, i -> message("/a", i)));

        client.receivesSome("{'id':'0','successful':true}").receivesSome("{'id':'1','successful':true}");
        client.receives("{'channel':'/a','id':'2','successful':false,'error':'413::too_many_messages'}");
        client.receivesNothing().publishes("/a", "1");
    }

    @Test
    void strangerIsOneSessionForTheWholeArray() {
        Set<String> seen = new HashSet<>();
        SecurityPolicy open = new DefaultSecurityPolicy() {
            @Override
            public boolean canPublish(
                    BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
                return seen.add(session.getId());
            }
        };
        InMemoryServer server = InMemoryServer.start(open);
        server.channel("/a");

        server.polling().sends("[{'channel':'/a','data':1},{'channel':'/a','data':2},{'channel':'/a','data':3}]");

        assertThat(seen).hasSize(1);
    }

    @Test
    void usualBatchHasFiveThousandMessages() {
        InMemoryClient client = InMemoryServer.start().socket().joins();

        client.sends(array(5_001, i -> message("/a", i)));

        for (int i = 0; i < 5_000; i++) {
            client.receivesSome("{'successful':true}");
        }
        client.receivesSome("{'id':'5000','error':'413::too_many_messages'}").receivesNothing();
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 1_000, 50_000})
    void messageThatNestsTooDeepIsRefusedAloneAndItsNeighboursAreNot(int levels) {
        InMemoryClient client = InMemoryServer.start().socket().joins();
        String deep = "[".repeat(levels) + "]".repeat(levels);

        client.sends("[" + message("/a", 1) + ",{'channel':'/b','clientId':'$id','id':'2','data':" + deep + "},"
                + message("/a", 3) + "]");

        client.receivesSome("{'id':'1','successful':true}")
                .receives("{'channel':'/b','id':'2','successful':false,'error':'413::nested_too_deep'}")
                .receivesSome("{'id':'3','successful':true}");
    }

    @Test
    @Tag("option:maxNestingDepth")
    void nestingCanBeLimitedFurther() {
        InMemoryClient client =
                InMemoryServer.start("maxNestingDepth", "3").socket().joins();

        client.publishes("/a", "{'flat':1}").sends("{'channel':'/a','clientId':'$id','data':{'not':{'flat':1}}}");

        client.receivesSome("{'error':'413::nested_too_deep'}");
    }

    @Test
    @Tag("option:maxMessageRate")
    void rateOfMessagesIsLimitedOnAnAverage() {
        InMemoryServer server = InMemoryServer.start("maxMessageRate", "2");
        InMemoryClient client = server.socket().shakesHands();
        server.clock().advanceMillis(5_000);

        for (int i = 0; i < 10; i++) {
            client.publishes("/a", "1");
        }
        publish(client, "/a").receives("{'channel':'/a','successful':false,'error':'429::too_many_messages'}");
        subscribe(client, "/a").receivesSome("{'error':'429::too_many_messages'}");
        server.clock().advanceMillis(1_000);

        client.publishes("/a", "1").publishes("/a", "1");
        publish(client, "/a").receivesSome("{'error':'429::too_many_messages'}");
        server.clock().advanceMillis(5_000);
        for (int i = 0; i < 10; i++) {
            client.publishes("/a", "1");
        }
    }

    @Test
    void ofABatchThatIsTooFastTheFirstMessagesAreProcessed() {
        InMemoryServer server = InMemoryServer.start("maxMessageRate", "1");
        InMemoryClient client = server.socket().shakesHands();
        server.clock().advanceMillis(5_000);

        client.sends(array(7, i -> message("/a", i)));

        for (int i = 0; i < 5; i++) {
            client.receivesSome("{'id':'" + i + "','successful':true}");
        }
        client.receivesSome("{'id':'5','error':'429::too_many_messages'}")
                .receivesSome("{'id':'6','error':'429::too_many_messages'}");
    }

    @Test
    void connectsAndDisconnectsAreNeverTooFast() {
        InMemoryServer server = InMemoryServer.start("maxMessageRate", "1");
        InMemoryClient client = server.socket().shakesHands();
        client.sends(array(7, i -> message("/a", i)));
        IntStream.range(0, 7).forEach(i -> client.takes());

        for (int i = 0; i < 20; i++) {
            client.sends("{'channel':'/meta/connect','clientId':'$id','advice':{'timeout':0}}")
                    .receivesSome("{'channel':'/meta/connect','successful':true}");
        }
        client.disconnects();
    }

    @Test
    void connectsUseNothingUpOfWhatAClientMaySend() {
        InMemoryServer server = InMemoryServer.start("maxMessageRate", "1");
        InMemoryClient client = server.polling().shakesHands();
        server.clock().advanceMillis(5_000);

        for (int i = 0; i < 20; i++) {
            client.sends("{'channel':'/meta/connect','clientId':'$id','advice':{'timeout':0}}")
                    .takes();
        }

        for (int i = 0; i < 5; i++) {
            client.publishes("/a", "1");
        }
        publish(client, "/a").receivesSome("{'error':'429::too_many_messages'}");
    }

    @Test
    void whatIsRefusedForOtherReasonsUsesNothingUp() {
        InMemoryServer server = InMemoryServer.start("maxMessageRate", "1", "maxMessagesPerBatch", "2");
        InMemoryClient client = server.polling().shakesHands();
        server.clock().advanceMillis(5_000);

        client.sends(array(9, i -> message("/a", i)));
        IntStream.range(0, 3).forEach(i -> client.takes());

        for (int i = 0; i < 3; i++) {
            client.publishes("/a", "1");
        }
        publish(client, "/a").receivesSome("{'error':'429::too_many_messages'}");
    }

    @Test
    void limitOfSubscriptionsCountsAChannelThatIsBeingJoinedOnce() {
        InMemoryServer server = InMemoryServer.start("maxSubscriptionsPerSession", "2");
        InMemoryClient client = server.polling().shakesHands();
        server.bayeux().addListener(new BayeuxServer.SubscriptionListener() {
            @Override
            public void subscribed(ServerSession session, ServerChannel channel, ServerMessage message) {
                if (channel.getId().equals("/first")) {
                    client.subscribes("/second");
                }
            }
        });

        client.subscribes("/first");

        assertThat(client.session().getSubscriptions()).hasSize(2);
        subscribe(client, "/third").receivesSome("{'error':'403::too_many_subscriptions'}");
    }

    @Test
    void clientInThisProcessIsNotLimited() {
        InMemoryServer server = InMemoryServer.start(
                "maxMessageRate", "1",
                "maxMessagesPerBatch", "1",
                "maxClientChannels", "1",
                "maxSubscriptionsPerSession", "1",
                "maxSessionsPerAddress", "1");
        LocalSession local = server.bayeux().newLocalSession("local");
        local.handshake();

        local.batch(() -> {
            for (int i = 0; i < 20; i++) {
                local.getChannel("/local/" + i).subscribe((channel, message) -> {});
                local.getChannel("/local/" + i).publish(i);
            }
        });

        assertThat(local.getServerSession().getSubscriptions()).hasSize(20);
    }

    @Test
    void usualLimitsAreHarmless() {
        InMemoryServer server = InMemoryServer.start();
        Browser browser = new Browser().address("192.0.2.1");
        for (int i = 0; i < 500; i++) {
            server.polling(browser).shakesHands();
        }
        InMemoryClient client = server.socket(browser).joins();
        for (int i = 0; i < 1_000; i++) {
            client.subscribes("/many/" + i).publishes("/others/" + i, "1");
        }
    }

    private static InMemoryClient from(InMemoryServer server, String address) {
        return server.polling(new Browser().address(address));
    }

    private static InMemoryClient subscribe(InMemoryClient client, String channel) {
        return client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':'" + channel + "'}");
    }

    private static InMemoryClient publish(InMemoryClient client, String channel) {
        return client.sends("{'channel':'" + channel + "','clientId':'$id','data':1}");
    }

    private static String message(String channel, int number) {
        return "{'channel':'" + channel + "','clientId':'$id','id':'" + number + "','data':" + number + "}";
    }

    private static String array(int size, IntFunction<String> message) {
        return IntStream.range(0, size).mapToObj(message).collect(Collectors.joining(",", "[", "]"));
    }

    /** Lets no channel be made that says so. */
    private static final class RefusingListener implements BayeuxServer.ChannelListener {

        @Override
        public void configureChannel(ConfigurableServerChannel channel) {
            if (channel.getId().contains("refused")) {
                throw new IllegalStateException("refused by the test");
            }
        }
    }
}
