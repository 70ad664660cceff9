package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.MarkedReference;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.ConfigurableServerChannel.Initializer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.authorizer.GrantAuthorizer;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The life of channels: row S4 and manual 9.3.2.4. */
class ChannelTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final BayeuxServer bayeux = server.bayeux();

    @Test
    void anUnusedChannelGoesWithTheThirdSweep() {
        bayeux.createChannelIfAbsent("/a");

        sweep(2);
        assertThat(bayeux.getChannel("/a")).isNotNull();
        sweep(1);
        assertThat(bayeux.getChannel("/a")).isNull();
    }

    @Test
    void useBetweenSweepsCountsAnew() {
        InMemoryClient client = server.socket().joins();
        ServerChannel channel = server.channel("/a");
        sweep(2);
        channel.subscribe(client.session());
        sweep(1);
        channel.unsubscribe(client.session());

        sweep(2);
        assertThat(bayeux.getChannel("/a")).isSameAs(channel);
        sweep(1);
        assertThat(bayeux.getChannel("/a")).isNull();
    }

    @Test
    void aChannelStaysWhileAnythingUsesIt() {
        InMemoryClient client = server.socket();
        client.shakesHands();
        client.session().setMaxInterval(1_000_000);
        client.connects().takes();
        server.channel("/persistent").setPersistent(true);
        server.channel("/subscribed").subscribe(client.session());
        server.channel("/listened").addListener((ServerChannel.MessageListener) (from, channel, message) -> true);
        server.channel("/guarded").addAuthorizer(GrantAuthorizer.GRANT_ALL);
        server.channel("/parent/child").setPersistent(true);

        sweep(10);

        assertThat(bayeux.getChannels())
                .extracting(ServerChannel::getId)
                .contains("/persistent", "/subscribed", "/listened", "/guarded", "/parent", "/parent/child");
    }

    @Test
    void aWeakListenerDoesNotKeepItsChannel() {
        server.channel("/a").addListener(new WeakListener());

        sweep(3);

        assertThat(bayeux.getChannel("/a")).isNull();
    }

    @Test
    void parentsGoWithTheirLastChild() {
        ServerChannel child = server.channel("/a/b/c");
        child.setPersistent(true);
        sweep(5);
        assertThat(bayeux.getChannel("/a/b")).isNotNull();

        child.setPersistent(false);

        sweep(3);
        assertThat(bayeux.getChannel("/a/b/c")).isNull();
        assertThat(bayeux.getChannel("/a")).isNull();
    }

    @Test
    void metaChannelsAreAlwaysThere() {
        sweep(5);

        assertThat(bayeux.getChannel("/meta/handshake")).isNotNull();
        assertThat(bayeux.getChannel("/meta/connect")).isNotNull();
    }

    @Test
    void initializersRunOnceAfterTheListenersOfTheServer() {
        List<String> ran = new ArrayList<>();
        bayeux.addListener(new BayeuxServer.ChannelListener() {
            @Override
            public void configureChannel(ConfigurableServerChannel channel) {
                ran.add("listener " + channel);
            }

            @Override
            public void channelAdded(ServerChannel channel) {
                ran.add("added " + channel);
            }
        });
        Initializer initializer = channel -> ran.add("initializer " + channel);

        MarkedReference<ServerChannel> first = bayeux.createChannelIfAbsent("/a", initializer);
        MarkedReference<ServerChannel> second = bayeux.createChannelIfAbsent("/a", initializer);

        assertThat(first.isMarked()).isTrue();
        assertThat(second.isMarked()).isFalse();
        assertThat(second.getReference()).isSameAs(first.getReference());
        assertThat(ran).containsExactly("listener /a", "initializer /a", "added /a");
    }

    @Test
    void aFailingInitializerMakesNoChannel() {
        Initializer broken = channel -> {
            throw new IllegalStateException("broken on purpose");
        };

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> bayeux.createChannelIfAbsent("/a", broken))
                .withMessage("broken on purpose");

        assertThat(bayeux.getChannel("/a")).isNull();
        assertThat(bayeux.createChannelIfAbsent("/a").isMarked()).isTrue();
    }

    @Test
    void illegalNamesMakeNoChannel() {
        for (String name : new String[] {"a", "/", "/a//b", "/a/*/b", "/a/{b}"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> bayeux.createChannelIfAbsent(name));
        }
    }

    @Test
    void removingAChannelRemovesAllBelowIt() {
        List<String> removed = new ArrayList<>();
        bayeux.addListener(new BayeuxServer.ChannelListener() {
            @Override
            public void channelRemoved(String channelId) {
                removed.add(channelId);
            }
        });
        InMemoryClient client = server.socket().joins().subscribes("/a/b/c");
        server.channel("/a/b").setPersistent(true);

        server.channel("/a").remove();

        assertThat(removed).containsExactlyInAnyOrder("/a/b/c", "/a/b", "/a");
        assertThat(client.session().getSubscriptions()).isEmpty();
    }

    @Test
    void sessionsCannotBeSubscribedToMetaChannelsAndNeedNotToServiceChannels() {
        ServerSession session = server.socket().joins().session();

        assertThat(server.channel("/meta/connect").subscribe(session)).isFalse();
        assertThat(server.channel("/meta/connect").unsubscribe(session)).isFalse();
        assertThat(server.channel("/service/a").subscribe(session)).isTrue();
        assertThat(server.channel("/service/a").unsubscribe(session)).isTrue();
        assertThat(session.getSubscriptions()).isEmpty();
        assertThat(server.channel("/service/a").getSubscribers()).isEmpty();
    }

    @Test
    void patternsCannotBePublishedTo() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> server.channel("/a/*").publish(null, 1));
    }

    @Test
    void channelsCarryAttributes() {
        ServerChannel channel = server.channel("/a");
        channel.setAttribute("topic", "chess");

        assertThat(channel.getAttribute("topic")).isEqualTo("chess");
        assertThat(channel.getAttributeNames()).containsExactly("topic");
        assertThat(channel.removeAttribute("topic")).isEqualTo("chess");
        assertThat(channel.getAttribute("topic")).isNull();
    }

    @Test
    void aRemovedListenerHearsNothing() {
        List<Object> heard = new ArrayList<>();
        ServerChannel.MessageListener listener = (from, channel, message) -> heard.add(message);
        server.channel("/a").addListener(listener);
        server.channel("/a").removeListener(listener);

        server.channel("/a").publish(null, 1);

        assertThat(heard).isEmpty();
        assertThat(server.channel("/a").getListeners()).isEmpty();
    }

    private void sweep(int times) {
        server.clock().advanceMillis(997L * times);
    }

    private static final class WeakListener
            implements ServerChannel.MessageListener, ConfigurableServerChannel.ServerChannelListener.Weak {

        @Override
        public boolean onMessage(@Nullable ServerSession from, ServerChannel channel, ServerMessage.Mutable message) {
            return true;
        }
    }
}
