package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Queue;
import org.bayeux.api.Message;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An exception in code of the application changes nothing for anybody else. */
class FailingCallbackTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final BayeuxServer bayeux = server.bayeux();

    @Test
    void failingListenersOfTheServerChangeNothing() {
        bayeux.addListener(new FailingServerListener());

        InMemoryClient client = server.socket().joins().subscribes("/news").publishes("/news", "1");

        client.receivesSome("{'data':1}").unsubscribes("/news").disconnects();
        server.clock().advanceMillis(5_000);
        assertThat(bayeux.getChannel("/news")).isNull();
    }

    @Test
    void channelThatCannotBeConfiguredIsNotMade() {
        InMemoryClient client = server.socket().joins();
        BayeuxServer.ChannelListener listener = new BayeuxServer.ChannelListener() {
            @Override
            public void configureChannel(ConfigurableServerChannel channel) {
                fail();
            }
        };
        bayeux.addListener(listener);

        client.sends("{'channel':'/news','clientId':'$id','data':1}")
                .receivesSome("{'successful':false,'error':'500::internal_error'}");
        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':'/news'}")
                .receivesSome("{'successful':false,'error':'500::internal_error'}");
        assertThatIllegalStateException()
                .isThrownBy(() -> bayeux.createChannelIfAbsent("/news"))
                .withMessage("broken on purpose");
        assertThat(bayeux.getChannel("/news")).isNull();

        bayeux.removeListener(listener);
        client.publishes("/news", "1");
    }

    @Test
    void failingListenersOfAChannelChangeNothing() {
        server.channel("/news").addListener(new FailingSubscriptionListener());
        server.channel("/news").addListener((ServerChannel.MessageListener) (from, channel, message) -> fail());
        server.channel("/news").addListener((ServerChannel.AsyncMessageListener) (from, channel, message) -> fail());
        server.channel("/meta/subscribe")
                .addListener((ServerChannel.MessageListener) (from, channel, message) -> fail());

        InMemoryClient client = server.socket().joins().subscribes("/news").publishes("/news", "1");

        client.receivesSome("{'data':1}").unsubscribes("/news");
    }

    @Test
    void failingListenersOfASessionChangeNothing() {
        InMemoryClient client = server.polling().joins().subscribes("/news");
        client.session().addListener(new FailingHeartBeats());
        client.session().addListener((ServerSession.MessageListener) (session, sender, message) -> fail());
        client.session().addListener((ServerSession.QueueListener) (sender, message) -> fail());
        client.session().addListener((ServerSession.DeQueueListener) (session, queue) -> fail());
        client.session().addListener((ServerSession.RemoveListener) (session, timeout) -> fail());

        server.channel("/news").publish(null, 1);

        client.receivesSome("{'data':1}").receivesSome("{'channel':'/meta/connect','successful':true}");
        client.connects().disconnects();
        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void aFailingMaxQueueListenerHasNoSay() {
        InMemoryServer small = InMemoryServer.start("maxQueue", "1");
        InMemoryClient client = small.polling().shakesHands();
        client.session().addListener(new ServerSession.MaxQueueListener() {
            @Override
            public boolean queueMaxed(
                    ServerSession session,
                    Queue<ServerMessage> queue,
                    @Nullable ServerSession sender,
                    Message message) {
                return fail();
            }
        });

        client.session().deliver(null, "/a", 1);
        client.session().deliver(null, "/a", 2);

        client.connects().receivesSome("{'data':1}").receivesSome("{'data':2}");
    }

    @Test
    void failingExtensionsArePassedOver() {
        bayeux.addExtension(new FailingServerExtension());
        InMemoryClient client = server.socket().joins();
        client.session().addExtension(new FailingSessionExtension());

        client.subscribes("/news").publishes("/news", "1");

        client.receivesSome("{'data':1}");
    }

    private static <T> T fail() {
        throw new IllegalStateException("broken on purpose");
    }

    private static final class FailingServerListener
            implements BayeuxServer.ChannelListener, BayeuxServer.SessionListener, BayeuxServer.SubscriptionListener {

        @Override
        public void channelAdded(ServerChannel channel) {
            fail();
        }

        @Override
        public void channelRemoved(String channelId) {
            fail();
        }

        @Override
        public void sessionAdded(ServerSession session, ServerMessage message) {
            fail();
        }

        @Override
        public void sessionRemoved(ServerSession session, boolean timedout) {
            fail();
        }

        @Override
        public void subscribed(ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {
            fail();
        }

        @Override
        public void unsubscribed(ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {
            fail();
        }
    }

    private static final class FailingSubscriptionListener implements ServerChannel.SubscriptionListener {

        @Override
        public void subscribed(ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {
            fail();
        }

        @Override
        public void unsubscribed(ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {
            fail();
        }
    }

    private static final class FailingHeartBeats implements ServerSession.HeartBeatListener {

        @Override
        public void onSuspended(ServerSession session, ServerMessage message, long timeout) {
            fail();
        }

        @Override
        public void onResumed(ServerSession session, ServerMessage message, boolean timeout) {
            fail();
        }
    }

    private static final class FailingServerExtension implements BayeuxServer.Extension {

        @Override
        public boolean rcv(@Nullable ServerSession from, ServerMessage.Mutable message) {
            return fail();
        }

        @Override
        public boolean rcvMeta(@Nullable ServerSession from, ServerMessage.Mutable message) {
            return fail();
        }

        @Override
        public boolean send(@Nullable ServerSession from, @Nullable ServerSession to, ServerMessage.Mutable message) {
            return fail();
        }

        @Override
        public boolean sendMeta(@Nullable ServerSession to, ServerMessage.Mutable message) {
            return fail();
        }
    }

    private static final class FailingSessionExtension implements ServerSession.Extension {

        @Override
        public boolean rcv(ServerSession session, ServerMessage.Mutable message) {
            return fail();
        }

        @Override
        public boolean rcvMeta(ServerSession session, ServerMessage.Mutable message) {
            return fail();
        }

        @Override
        public @Nullable ServerMessage send(ServerSession session, ServerMessage message) {
            return fail();
        }

        @Override
        public boolean sendMeta(ServerSession session, ServerMessage.Mutable message) {
            return fail();
        }
    }
}
