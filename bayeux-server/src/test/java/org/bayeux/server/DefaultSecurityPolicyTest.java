package org.bayeux.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.Message;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultSecurityPolicyTest {

    private final InMemoryServer server = InMemoryServer.start(new DefaultSecurityPolicy());

    @ParameterizedTest
    @ValueSource(strings = {"/*", "/**"})
    void remoteSessionsMayNotSubscribeToEverything(String everything) {
        InMemoryClient client = server.socket().shakesHands();

        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':'" + everything + "'}");

        client.receivesSome("{'channel':'/meta/subscribe','successful':false}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/a/*", "/a/**"})
    void remoteSessionsMaySubscribeToWhatTheyName(String channel) {
        InMemoryClient client = server.socket().shakesHands();

        client.subscribes(channel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*", "/**"})
    void localSessionsMaySubscribeToEverything(String everything) {
        LocalSession session = server.bayeux().newLocalSession("local");
        session.handshake();
        List<Message> replies = new ArrayList<>();

        session.getChannel(everything).subscribe((channel, message) -> {}, (channel, reply) -> replies.add(reply));

        assertThat(replies).extracting(Message::isSuccessful).containsExactly(true);
    }

    @Test
    void policyOfOneRuleKeepsTheOthers() {
        InMemoryServer open = InMemoryServer.start(new SecurityPolicy() {
            @Override
            public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
                return true;
            }
        });
        InMemoryClient client = open.socket().shakesHands();
        InMemoryClient stranger = open.socket();

        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':'/**'}")
                .receivesSome("{'channel':'/meta/subscribe','successful':false}");
        stranger.sends("{'channel':'/a','data':1}").receivesSome("{'channel':'/a','successful':false}");
    }

    @Test
    void whoDidNotShakeHandsMayNeitherSubscribeNorPublish() {
        InMemoryClient stranger = server.socket();

        stranger.sends("{'channel':'/a','data':1}").receivesSome("{'channel':'/a','successful':false}");
        stranger.sends("{'channel':'/meta/subscribe','subscription':'/a'}")
                .receivesSome("{'channel':'/meta/subscribe','successful':false}");
    }

    @Test
    void nobodyMaySubscribeToMetaChannels() {
        InMemoryClient client = server.socket().shakesHands();

        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':'/meta/connect'}");

        client.receivesSome("{'channel':'/meta/subscribe','successful':false}");
    }
}
