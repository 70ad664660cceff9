package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.server.ext.BinaryExtension;
import org.bayeux.server.spi.Cluster;
import org.bayeux.server.spi.ClusterInbox;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.MalformedMessageException;
import org.junit.jupiter.api.Test;

/** What a server tells the cluster that it belongs to, and what it does with messages of others. */
class ClusterTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final ClusterInbox inbox = server.engine().inbox();
    private final Others others = new Others();

    private BayeuxMessage message(String json) throws MalformedMessageException {
        return server.engine().codec().parse(json.replace('\'', '"')).get(0);
    }

    @Test
    void whatIsPublishedHereIsToldOnceEncoded() {
        server.engine().join(others);
        server.polling().joins().publishes("/news", "'hello'");

        assertThat(others.published).containsExactly("{\"channel\":\"/news\",\"data\":\"hello\"}");
    }

    @Test
    void messagesOfServicesAndMetaMessagesStayHere() {
        server.engine().join(others);
        server.polling().joins().publishes("/service/news", "'hello'").disconnects();

        assertThat(others.published).isEmpty();
    }

    @Test
    void whatAListenerRefusesIsNotTold() {
        server.engine().join(others);
        server.channel("/news").addListener((ServerChannel.MessageListener) (from, channel, message) -> false);
        server.channel("/news").publish(null, "hello");

        assertThat(others.published).isEmpty();
    }

    @Test
    void aMessageOfAnotherServerReachesListenersAndSubscribersAndIsNotToldAgain() throws Exception {
        server.engine().join(others);
        List<Object> heard = new ArrayList<>();
        server.channel("/news/**").addListener((ServerChannel.MessageListener)
                (from, channel, message) -> heard.add(channel.getId() + " " + message.getData()));
        InMemoryClient alice = server.socket().joins().subscribes("/news/*").subscribes("/news/**");

        assertThat(inbox.deliver(message("{'channel':'/news/1','data':'hello'}"))
                        .toCompletableFuture())
                .isCompleted();

        alice.receives("{'channel':'/news/1','data':'hello'}").receivesNothing();
        assertThat(heard).containsExactly("/news/1 hello");
        assertThat(others.published).isEmpty();
    }

    @Test
    void bytesOfAnotherServerAreBytesForListenersAndAnnouncedToClients() throws Exception {
        server.bayeux().addExtension(new BinaryExtension());
        List<Object> heard = new ArrayList<>();
        server.channel("/bytes").addListener((ServerChannel.MessageListener) (from, channel, message) ->
                heard.add(message.getData().getClass().getSimpleName()));
        InMemoryClient alice = server.polling().joins().subscribes("/bytes");

        String json = "{'channel':'/bytes','data':{'data':'00000','last':true},'ext':{'binary':{}}}";
        assertThat(inbox.deliver(message(json)).toCompletableFuture()).isCompleted();

        alice.receives(json);
        assertThat(heard).containsExactly("BinaryData");
    }

    @Test
    void nobodyDeliversToServicesMetaChannelsOrPatterns() throws Exception {
        for (String channel : List.of("/service/x", "/meta/connect", "/news/*")) {
            BayeuxMessage forged = message("{'channel':'" + channel + "','data':'hello'}");

            assertThatIllegalArgumentException().isThrownBy(() -> inbox.deliver(forged));
        }
    }

    @Test
    void subscribersAndListenersMakeChannelsWanted() {
        ServerChannel.MessageListener listener = (from, channel, message) -> true;
        server.channel("/heard").addListener(listener);
        InMemoryClient alice = server.polling().joins().subscribes("/news");

        assertThat(inbox.wanted()).containsExactlyInAnyOrder("/heard", "/news");
        assertThat(inbox.isWanted("/news")).isTrue();

        server.channel("/heard").removeListener(listener);
        alice.unsubscribes("/news");

        assertThat(inbox.wanted()).isEmpty();
        assertThat(inbox.isWanted("/heard")).isFalse();
    }

    @Test
    void allThatChangesWhatIsWantedIsTold() {
        server.engine().join(others);
        ServerChannel.MessageListener listener = (from, channel, message) -> true;
        InMemoryClient alice = server.polling().joins().subscribes("/news");
        others.changed.clear();

        alice.disconnects();
        server.channel("/heard").addListener(listener);
        server.channel("/heard").remove();

        assertThat(others.changed).containsExactly("/news", "/heard", "/heard");
    }

    @Test
    void aSubscriptionIsAnsweredOnceAllServersKnow() {
        server.engine().join(others);
        CompletableFuture<Void> known = new CompletableFuture<>();
        others.known = known;
        InMemoryClient alice = server.socket().joins();
        alice.sends("{'channel':'/meta/subscribe','subscription':'/news','clientId':'$id'}")
                .receivesNothing();

        known.complete(null);

        alice.receives("{'channel':'/meta/subscribe','successful':true,'subscription':'/news'}");
    }

    @Test
    void aSubscriptionIsAnsweredAlsoIfTheClusterFails() {
        server.engine().join(others);
        others.known = CompletableFuture.failedFuture(new IllegalStateException("by the test"));

        server.polling().joins().subscribes("/news");
    }

    @Test
    void aSessionThatEndsBeforeAllServersKnowIsToldSo() {
        server.engine().join(others);
        CompletableFuture<Void> known = new CompletableFuture<>();
        others.known = known;
        InMemoryClient alice = server.polling().joins();
        alice.sends("{'channel':'/meta/subscribe','subscription':'/news','clientId':'$id'}");
        server.bayeux().removeSession(alice.session());

        known.complete(null);

        alice.awaits("{'channel':'/meta/subscribe','successful':false}");
    }

    @Test
    void aServerBelongsToOneClusterAtATime() {
        server.engine().join(others);
        assertThatIllegalStateException().isThrownBy(() -> server.engine().join(new Others()));

        server.engine().leave(others);
        server.channel("/news").publish(null, "hello");

        assertThat(others.published).isEmpty();
        server.engine().join(new Others());
    }

    private static final class Others implements Cluster {

        private final List<String> published = new ArrayList<>();
        private final List<String> changed = new ArrayList<>();
        private CompletionStage<?> known = CompletableFuture.completedFuture(null);

        @Override
        public void published(ChannelId channel, BayeuxMessage message) {
            assertThat(message.isFrozen()).isTrue();
            published.add(message.getJSON());
        }

        @Override
        public CompletionStage<?> demandChanged(ChannelId channel) {
            changed.add(channel.getId());
            return known;
        }
    }
}
