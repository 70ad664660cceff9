package org.bayeux.server.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** Which channels are one, who receives from them, and which ones stay. */
class ChannelTest {

    private final InMemoryServer server = InMemoryServer.start();

    @Test
    void exactAndWildcardSubscriptionsTogetherDeliverOnce() {
        InMemoryClient client =
                server.socket().joins().subscribes("/a/b").subscribes("/a/*").subscribes("/a/**");

        server.channel("/a/b").publish(null, 1);

        client.receives("{'channel':'/a/b','data':1}").receivesNothing();
        client.unsubscribes("/a/b").unsubscribes("/a/*");
        server.channel("/a/b").publish(null, 2);
        client.receives("{'channel':'/a/b','data':2}").receivesNothing();
    }

    @Test
    void slashAtTheEndMakesNoOtherChannel() {
        List<Object> heard = new ArrayList<>();
        InMemoryClient client = server.socket().joins().subscribes("/a/b/");
        ServerChannel channel = server.channel("/a/b");
        channel.addListener((ServerChannel.MessageListener) (from, on, message) -> heard.add(message.getChannel()));

        server.channel("/a/b/").publish(null, 1);
        server.socket().joins().publishes("/a/b/", "2");
        client.unsubscribes("/a/b");
        channel.publish(null, 3);

        assertThat(server.channel("/a/b/")).isSameAs(channel);
        assertThat(server.bayeux().getChannel("/a/b/")).isSameAs(channel);
        assertThat(heard).containsExactly("/a/b", "/a/b", "/a/b");
        client.receives("{'channel':'/a/b','data':1}")
                .receives("{'channel':'/a/b','data':2}")
                .receivesNothing();
    }

    @Test
    void patternWithSettingsForTheChannelsThatItMatchesIsNotSwept() {
        server.bayeux().createChannelIfAbsent("/prices/*", it -> it.setQueuePolicy(QueuePolicy.CONFLATE));
        server.bayeux().createChannelIfAbsent("/hints/**", it -> it.setLazy(true));
        server.bayeux().createChannelIfAbsent("/nothing/*");
        server.bayeux().createChannelIfAbsent("/prices/gold", it -> it.setQueuePolicy(QueuePolicy.CONFLATE));

        server.clock().advanceMillis(100 * 997);

        assertThat(server.bayeux().getChannel("/prices/*")).isNotNull();
        assertThat(server.bayeux().getChannel("/hints/**")).isNotNull();
        assertThat(server.bayeux().getChannel("/nothing/*")).isNull();
        assertThat(server.bayeux().getChannel("/prices/gold")).isNull();
    }

    @Test
    void channelWithNothingButAListenerIsNotSwept() {
        List<Object> heard = new ArrayList<>();
        server.channel("/service/a")
                .addListener((ServerChannel.MessageListener) (from, on, message) -> heard.add(message.getData()));
        server.channel("/b").addListener(new Quiet());

        server.clock().advanceMillis(100 * 997);
        server.socket().joins().publishes("/service/a", "1");

        assertThat(heard).containsExactly(1L);
        assertThat(server.bayeux().getChannel("/b")).isNotNull();
    }

    private static final class Quiet implements ServerChannel.SubscriptionListener {}
}
