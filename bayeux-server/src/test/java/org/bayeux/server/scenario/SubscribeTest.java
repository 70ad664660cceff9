package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /meta/subscribe} and {@code /meta/unsubscribe}: appendix C, 4.3 and 4.4. */
class SubscribeTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final InMemoryClient client = server.socket().joins();

    @Test
    void theReplyNamesWhatWasSubscribedTo() {
        subscribe("'/news'").receives("""
            {'channel':'/meta/subscribe','id':'s','successful':true,'subscription':'/news'}""");
    }

    @Test
    void severalChannelsAreSubscribedToAtOnce() {
        subscribe("['/news','/sports/*']").receives("""
            {'channel':'/meta/subscribe','id':'s','successful':true,'subscription':['/news','/sports/*']}""");

        server.channel("/news").publish(null, 1);
        server.channel("/sports/chess").publish(null, 2);

        client.receivesSome("{'data':1}").receivesSome("{'data':2}");
    }

    @Test
    void ofSeveralChannelsNoneIsSubscribedToIfOneIsRefused() {
        subscribe("['/news','/meta/connect','/sports']").receives("""
            {'channel':'/meta/subscribe','id':'s','successful':false,'error':'403::subscribe_to_meta_denied',
             'subscription':['/news','/meta/connect','/sports']}""");

        assertThat(client.session().getSubscriptions()).isEmpty();
        assertThat(server.channel("/news").getSubscribers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/meta/connect", "/meta/*", "/meta/**"})
    void metaChannelsCannotBeSubscribedTo(String channel) {
        subscribe("'" + channel + "'").receivesSome("{'successful':false,'error':'403::subscribe_to_meta_denied'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*", "/**"})
    void remoteClientsCannotSubscribeToEverything(String pattern) {
        subscribe("'" + pattern + "'").receivesSome("{'successful':false,'error':'403::subscribe_denied'}");
    }

    @Test
    void subscribingToAServiceChannelSucceedsWithoutEffect() {
        subscribe("'/service/quote'").receivesSome("{'successful':true,'subscription':'/service/quote'}");

        assertThat(client.session().getSubscriptions()).isEmpty();
        assertThat(server.bayeux().getChannel("/service/quote")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"news", "/", "//", "/a//b", "/a/*/b", "/**/a", "/a/{b}", "/a b", "/a?b", "/a/***", ""})
    void whatIsNoChannelOrPatternIsRefused(String name) {
        subscribe("'" + name + "'").receivesSome("{'successful':false,'error':'400::subscription_invalid'}");
    }

    @Test
    void aSubscriptionToNothingIsRefused() {
        client.sends("{'channel':'/meta/subscribe','clientId':'$id','id':'s'}").receives("""
                    {'channel':'/meta/subscribe','id':'s','successful':false,'error':'400::subscription_missing'}""");
        subscribe("[]").receivesSome("{'successful':false,'error':'400::subscription_missing'}");
        subscribe("null").receivesSome("{'successful':false,'error':'400::subscription_missing'}");
    }

    @Test
    void aSlashAtTheEndDoesNotMatter() {
        subscribe("'/a/b/'").receivesSome("{'successful':true}");

        client.sends("{'channel':'/a/b/','clientId':'$id','data':1}");

        client.receives("{'channel':'/a/b','data':1}").receives("{'channel':'/a/b','successful':true}");
    }

    @Test
    void whoeverMatchesSeveralTimesReceivesOnce() {
        subscribe("['/a/b','/a/*','/a/**','/a/b']").receivesSome("{'successful':true}");

        server.channel("/a/b").publish(null, 1);

        client.receives("{'channel':'/a/b','data':1}").receivesNothing();
    }

    @Test
    void anAsteriskMatchesOneSegmentAndTwoMatchAnyNumber() {
        InMemoryClient deep = server.socket().joins().subscribes("/a/**");
        client.subscribes("/a/*");

        server.channel("/a").publish(null, 0);
        server.channel("/a/b").publish(null, 1);
        server.channel("/a/b/c").publish(null, 2);
        server.channel("/ab/c").publish(null, 3);

        client.receivesSome("{'data':1}").receivesNothing();
        deep.receivesSome("{'data':1}").receivesSome("{'data':2}").receivesNothing();
    }

    @Test
    void listenersHearOfEachSubscriptionOnce() {
        Events heard = new Events();
        server.channel("/news").addListener(heard.ofChannel());
        server.bayeux().addListener(heard);

        client.subscribes("/news").subscribes("/news").unsubscribes("/news").unsubscribes("/news");

        assertThat(heard.events)
                .containsExactly(
                        "channel +/news by message", "server +/news by message",
                        "channel -/news by message", "server -/news by message");
    }

    @Test
    void whoHasUnsubscribedReceivesNothing() {
        client.subscribes("/news");

        client.sends("{'channel':'/meta/unsubscribe','clientId':'$id','id':'u','subscription':'/news'}")
                .receives("{'channel':'/meta/unsubscribe','id':'u','successful':true,'subscription':'/news'}");

        server.channel("/news").publish(null, 1);
        client.receivesNothing();
    }

    @Test
    void severalChannelsAreUnsubscribedFromAtOnce() {
        client.subscribes("/news").subscribes("/sports/*");

        client.sends("{'channel':'/meta/unsubscribe','clientId':'$id','subscription':['/news','/sports/*','/never']}")
                .receivesSome("{'successful':true,'subscription':['/news','/sports/*','/never']}");

        assertThat(client.session().getSubscriptions()).isEmpty();
    }

    @Test
    void anUnsubscribeFromNothingIsRefused() {
        client.sends("{'channel':'/meta/unsubscribe','clientId':'$id'}")
                .receivesSome("{'successful':false,'error':'400::subscription_missing'}");
        client.sends("{'channel':'/meta/unsubscribe','clientId':'$id','subscription':'no'}")
                .receivesSome("{'successful':false,'error':'400::subscription_invalid'}");
    }

    @Test
    void theEndOfASessionEndsItsSubscriptions() {
        Events heard = new Events();
        server.bayeux().addListener(heard);
        client.subscribes("/news");
        heard.events.clear();

        client.disconnects();

        assertThat(heard.events).containsExactly("server -/news");
        assertThat(server.channel("/news").getSubscribers()).isEmpty();
    }

    @Test
    void theServerSubscribesASession() {
        ServerChannel channel = server.channel("/news");

        assertThat(channel.subscribe(client.session())).isTrue();
        channel.publish(null, 1);
        client.receivesSome("{'data':1}");
        assertThat(channel.unsubscribe(client.session())).isTrue();
        assertThat(channel.unsubscribe(client.session())).isTrue();
        channel.publish(null, 2);
        client.receivesNothing();
    }

    @Test
    void removingAChannelEndsTheSubscriptionsToIt() {
        client.subscribes("/news");
        server.channel("/news").remove();

        server.channel("/news").publish(null, 1);

        client.receivesNothing();
        assertThat(client.session().getSubscriptions()).isEmpty();
    }

    private InMemoryClient subscribe(String subscription) {
        return client.sends(
                "{'channel':'/meta/subscribe','clientId':'$id','id':'s','subscription':" + subscription + "}");
    }

    private static final class Events implements BayeuxServer.SubscriptionListener {

        private final List<String> events = new ArrayList<>();

        @Override
        public void subscribed(ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {
            note("server +", channel, message);
        }

        @Override
        public void unsubscribed(ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {
            note("server -", channel, message);
        }

        ServerChannel.SubscriptionListener ofChannel() {
            return new ServerChannel.SubscriptionListener() {
                @Override
                public void subscribed(ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {
                    note("channel +", channel, message);
                }

                @Override
                public void unsubscribed(
                        ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {
                    note("channel -", channel, message);
                }
            };
        }

        private void note(String what, ServerChannel channel, @Nullable ServerMessage message) {
            events.add(what + channel + (message == null ? "" : " by message"));
        }
    }
}
