package org.bayeux.oort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bayeux.api.BinaryData;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.oort.Cloud.Member;
import org.bayeux.testkit.InMemoryClient;
import org.junit.jupiter.api.Test;

/** Several servers as one (manual 9.5). */
class OortTest {

    private final Cloud cloud = new Cloud();
    private final Member a = cloud.member("a", "/chat/**", "/bytes");
    private final Member b = cloud.member("b", "/chat/**", "/bytes");

    private InMemoryClient on(Member member, String... channels) {
        InMemoryClient client = member.server.socket().joins().staysConnected();
        for (String channel : channels) {
            subscribe(client, channel);
        }
        return client.forgetsReceived();
    }

    private static void subscribe(InMemoryClient client, String channel) {
        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':'" + channel + "'}");
        client.awaits("{'channel':'/meta/subscribe','successful':true,'subscription':'" + channel + "'}");
    }

    private static List<Object> hear(Member member, String channel) {
        List<Object> heard = new ArrayList<>();
        member.server.channel(channel).addListener((ServerChannel.MessageListener)
                (from, told, message) -> heard.add(told.getId() + " " + message.getData()));
        return heard;
    }

    @Test
    void aMessageReachesSubscribersOfOtherNodes() {
        cloud.meet(a, b);
        InMemoryClient bob = on(b, "/chat/1");
        InMemoryClient alice = on(a, "/chat/1");

        alice.publishes("/chat/1", "'hello'");
        cloud.passAMoment();

        bob.awaits("{'channel':'/chat/1','data':'hello'}");
        alice.awaits("{'channel':'/chat/1','data':'hello'}");
        assertThat(alice.hasReceived("{'channel':'/chat/1'}")).isFalse();
        assertThat(bob.hasReceived("{'channel':'/chat/1'}")).isFalse();
    }

    @Test
    void overlappingPatternsGetAMessageOnce() {
        cloud.meet(a, b);
        b.oort.observeChannel("/chat/*");
        b.oort.observeChannel("/**");
        InMemoryClient bob = on(b, "/chat/1", "/chat/*", "/chat/**");
        InMemoryClient eve = on(b, "/chat/*");
        List<Object> heard = hear(b, "/**");
        cloud.passAMoment();

        a.server.channel("/chat/1").publish(null, "hello");
        cloud.passAMoment();

        bob.awaits("{'channel':'/chat/1','data':'hello'}");
        eve.awaits("{'channel':'/chat/1','data':'hello'}");
        assertThat(bob.hasReceived("{'channel':'/chat/1'}")).isFalse();
        assertThat(eve.hasReceived("{'channel':'/chat/1'}")).isFalse();
        assertThat(heard).containsExactly("/chat/1 hello");
    }

    @Test
    void listenersAndSubscribersThatWereThereBeforeTheirNodeStartedAreKnownToo() {
        List<Object> heard = hear(b, "/chat/1");
        InMemoryClient bob = on(b, "/chat/2");
        cloud.meet(a, b);

        a.server.channel("/chat/1").publish(null, "hello");
        a.server.channel("/chat/2").publish(null, "hello");
        cloud.passAMoment();

        assertThat(heard).containsExactly("/chat/1 hello");
        bob.awaits("{'channel':'/chat/2','data':'hello'}");
    }

    @Test
    void nodesWithOneNameMeetNobodyAsLongAsBothLive() {
        Member twin = cloud.memberAt("c", "a", "/chat/**");
        a.oort.start();
        twin.oort.start();
        cloud.clock.advance(Duration.ofSeconds(2));
        CompletableFuture<Boolean> met = twin.oort.met(Duration.ofSeconds(60)).toCompletableFuture();
        cloud.clock.advance(Duration.ofSeconds(30));
        assertThat(met).isNotDone();

        a.oort.stop();
        cloud.clock.advance(Duration.ofSeconds(15));

        assertThat(met).isCompletedWithValue(true);
    }

    @Test
    void listenersOfAnotherNodeHearWhatNobodySubscribesTo() {
        cloud.meet(a, b);
        List<Object> heard = hear(b, "/chat/1");
        cloud.passAMoment();

        a.server.channel("/chat/1").publish(null, "hello");
        cloud.passAMoment();

        assertThat(heard).containsExactly("/chat/1 hello");
    }

    @Test
    void nodesThatDoNotWantAMessageDoNotGetIt() {
        cloud.meet(a, b);
        List<String> created = new ArrayList<>();
        b.server.bayeux().addListener(new org.bayeux.api.server.BayeuxServer.ChannelListener() {
            @Override
            public void channelAdded(ServerChannel channel) {
                created.add(channel.getId());
            }
        });
        InMemoryClient bob = on(b, "/chat/1", "/news");
        created.clear();

        a.server.channel("/chat/2").publish(null, "nobody wants it there");
        a.server.channel("/news").publish(null, "nobody observes it there");
        cloud.passAMoment();

        assertThat(created).isEmpty();
        assertThat(bob.hasReceived("{'channel':'/news'}")).isFalse();
    }

    @Test
    void aMessageIsNotRelayedAgain() {
        Member c = cloud.member("c", "/chat/**");
        cloud.meet(a, b, c);
        InMemoryClient bob = on(b, "/chat/1");
        InMemoryClient carl = on(c, "/chat/1");

        a.server.channel("/chat/1").publish(null, "hello");
        cloud.passAMoment();

        for (InMemoryClient client : List.of(bob, carl)) {
            client.awaits("{'channel':'/chat/1','data':'hello'}");
            assertThat(client.hasReceived("{'channel':'/chat/1'}")).isFalse();
        }
    }

    @Test
    void messagesKeepTheirOrderOnABadNetwork() {
        cloud.meet(a, b);
        List<Object> heard = hear(b, "/chat/1");
        cloud.passAMoment();
        cloud.network.worsen(0.2, 0.2, 300);
        List<Object> published = new ArrayList<>();

        for (int i = 0; i < 300; i++) {
            a.server.channel("/chat/1").publish(null, i);
            published.add("/chat/1 " + i);
            cloud.clock.advanceMillis(10);
        }
        cloud.clock.advance(Duration.ofMinutes(1));

        assertThat(heard).isEqualTo(published);
        assertThat(b.events).containsExactly("joined a");
    }

    @Test
    void whatIsPublishedRightBehindTheReplyToASubscriptionArrives() {
        cloud.meet(a, b);
        cloud.network.worsen(0.2, 0.2, 200);
        for (int i = 0; i < 20; i++) {
            InMemoryClient bob = on(b, "/chat/" + i);

            a.server.channel("/chat/" + i).publish(null, i);

            bob.awaits("{'channel':'/chat/" + i + "','data':" + i + "}");
        }
    }

    @Test
    void aSubscriptionIsAnsweredAlthoughANodeHasJustDied() {
        cloud.meet(a, b);
        cloud.network.cutBothWays("a", "b");

        on(b, "/chat/1");
    }

    @Test
    void theReplyToASubscriptionWaitsForNobodyWhereItIsKnownAlready() {
        cloud.meet(a, b);
        on(b, "/chat/1");

        b.server.polling().joins().subscribes("/chat/1");
        b.server.polling().joins().subscribes("/news");
    }

    @Test
    void bytesArriveAsBytes() {
        cloud.meet(a, b);
        List<Object> heard = new ArrayList<>();
        b.server.channel("/bytes").addListener((ServerChannel.MessageListener)
                (from, channel, message) -> heard.add(message.getData()));
        InMemoryClient bob = on(b, "/bytes");

        a.server.channel("/bytes").publish(null, new BinaryData(new byte[] {1, 2, 3, 4}, true, null));
        cloud.passAMoment();

        assertThat(heard).singleElement().isInstanceOfSatisfying(BinaryData.class, bytes -> assertThat(bytes.asBytes())
                .containsExactly(1, 2, 3, 4));
        bob.awaits("{'channel':'/bytes','ext':{'binary':{}}}");
    }

    @Test
    void aLazyMessageStaysLazy() {
        cloud.meet(a, b);
        InMemoryClient bob = on(b, "/chat/1");
        var message = a.server.bayeux().newMessage();
        message.setData("later");
        message.setLazy(true);

        a.server.channel("/chat/1").publish(null, message);
        cloud.passAMoment();

        assertThat(bob.hasReceived("{'channel':'/chat/1'}")).isFalse();
        bob.awaits("{'channel':'/chat/1','data':'later'}");
    }

    @Test
    void messagesOfServicesAndMetaMessagesStayOnTheirNode() {
        b.oort.observeChannel("/**");
        cloud.meet(a, b);
        List<Object> heard = hear(b, "/**");
        hear(b, "/service/**");
        cloud.passAMoment();

        on(a, "/other").publishes("/service/x", "'hello'").publishes("/chat/1", "'hello'");
        cloud.passAMoment();

        assertThat(heard).containsExactly("/chat/1 hello");
    }

    @Test
    void aListenerThatNeverAnswersHoldsUpOthersForAWhileOnly() {
        cloud.meet(a, b);
        b.server.channel("/chat/1").addListener((ServerChannel.AsyncMessageListener)
                (from, channel, message) -> new CompletableFuture<>());
        List<Object> heard = hear(b, "/chat/2");
        cloud.passAMoment();

        a.server.channel("/chat/1").publish(null, "stuck");
        a.server.channel("/chat/2").publish(null, "hello");
        cloud.passAMoment();
        assertThat(heard).isEmpty();

        cloud.clock.advance(Duration.ofSeconds(6));
        assertThat(heard).containsExactly("/chat/2 hello");
    }

    @Test
    void aNodeThatDiesIsNotKnownAnyMore() {
        cloud.meet(a, b);
        assertThat(a.oort.getKnownComets()).containsExactly("b");

        cloud.network.kill("b");
        cloud.passAMoment();

        assertThat(a.oort.getKnownComets()).isEmpty();
        assertThat(a.events).containsExactly("joined b", "left b");
    }

    @Test
    void aNodeThatStopsIsNotKnownAnyMoreAndStandsAlone() {
        cloud.meet(a, b);
        List<Object> heard = hear(a, "/chat/1");

        b.oort.stop();
        cloud.passAMoment();
        b.server.channel("/chat/1").publish(null, "hello");
        cloud.passAMoment();

        assertThat(a.oort.getKnownComets()).isEmpty();
        assertThat(b.oort.getKnownComets()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void aLongCutIsReportedAndMessagesFlowAgainBehindIt() {
        cloud.meet(a, b);
        List<Object> heard = hear(b, "/chat/1");
        cloud.passAMoment();

        cloud.network.cutBothWays("a", "b");
        cloud.clock.advance(Duration.ofSeconds(30));
        a.server.channel("/chat/1").publish(null, "lost");
        cloud.network.heal();
        cloud.clock.advance(Duration.ofSeconds(10));
        a.server.channel("/chat/1").publish(null, "found");
        cloud.passAMoment();

        assertThat(heard).containsExactly("/chat/1 found");
        assertThat(b.events).containsExactly("joined a", "left a", "joined a", "missed a");
    }

    @Test
    void aNodeWhoseNetworkHasEndedIsAloneAndNotAmongTheOthers() {
        cloud.meet(a, b);
        assertThat(a.oort.isIntroduced()).isTrue();

        cloud.network.end("a");
        cloud.passAMoment();

        assertThat(a.oort.isIntroduced()).isFalse();
        assertThat(a.events).containsExactly("joined b", "left b");
    }

    @Test
    void aNodeThatComesBackByItsNameIsANewOneBehindTheOld() {
        cloud.meet(a, b);
        cloud.network.cutBothWays("a", "b");
        Member again = cloud.memberAt("elsewhere", "b", "/chat/**");
        again.oort.start();
        cloud.passAMoment();
        assertThat(a.events).containsExactly("joined b");

        cloud.clock.advance(Duration.ofSeconds(15));

        assertThat(a.events).containsExactly("joined b", "left b", "joined b");
        assertThat(a.oort.getKnownComets()).containsExactly("b");
    }

    @Test
    void whatIsObservedNoMoreDoesNotCome() {
        cloud.meet(a, b);
        List<Object> heard = hear(b, "/chat/1");
        b.oort.deobserveChannel("/chat/**");
        cloud.passAMoment();

        a.server.channel("/chat/1").publish(null, "hello");
        cloud.passAMoment();

        assertThat(heard).isEmpty();
        assertThat(b.oort.getObservedChannels()).containsExactly("/bytes");
    }

    @Test
    void onlyBroadcastChannelsCanBeObserved() {
        for (String channel : List.of("/service/x", "/meta/**", "chat", "/news/{id}")) {
            assertThatIllegalArgumentException().isThrownBy(() -> a.oort.observeChannel(channel));
        }
    }

    @Test
    void aFailingListenerOfNodesKeepsNobodyFromHearing() {
        a.oort.addCometListener(new Oort.CometListener() {
            @Override
            public void cometJoined(Event event) {
                throw new IllegalStateException("by the test");
            }
        });
        List<String> heard = new ArrayList<>();
        a.oort.addCometListener(new Oort.CometListener() {
            @Override
            public void cometJoined(Event event) {
                heard.add(event.getOort().getURL() + " meets " + event.getCometURL());
                assertThat(event.getCometId()).isEqualTo(b.oort.getId());
            }
        });
        cloud.meet(a, b);

        assertThat(heard).containsExactly("a meets b");
    }
}
