package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short message cannot make the server do much. */
class ChannelLimitsTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final InMemoryClient client = server.socket().joins();

    @ParameterizedTest
    @ValueSource(ints = {33, 8_000, 60_000})
    void publishOnADeeperChannelIsRefusedAndMakesNone(int depth) {
        int before = server.bayeux().getChannels().size();

        client.sends("{'channel':'" + "/a".repeat(depth) + "','clientId':'$id','id':'x','data':1}");

        client.receivesSome("{'id':'x','successful':false,'error':'400::channel_invalid'}");
        assertThat(server.bayeux().getChannels()).hasSize(before);
    }

    @Test
    void deepestChannelIsAccepted() {
        client.publishes("/a".repeat(32), "1").publishes("/a".repeat(32) + "/", "1");
    }

    @Test
    void longerChannelIsRefused() {
        client.publishes("/" + "a".repeat(255), "1");

        client.sends("{'channel':'/" + "a".repeat(256) + "','clientId':'$id','data':1}");

        client.receivesSome("{'successful':false,'error':'400::channel_invalid'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscribe", "unsubscribe"})
    void eachNameOfASubscriptionIsChecked(String operation) {
        for (String name : new String[] {"/a".repeat(33), "/a".repeat(32) + "/**", "/" + "a".repeat(256)}) {
            client.sends(
                    "{'channel':'/meta/" + operation + "','clientId':'$id','subscription':['/news','" + name + "']}");

            client.receivesSome("{'successful':false,'error':'400::subscription_invalid'}");
        }
        assertThat(client.session().getSubscriptions()).isEmpty();
    }

    @Test
    void namesOfOneSubscriptionAreLimited() {
        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':[" + names(1_001) + "]}");
        client.receivesSome("{'successful':false,'error':'400::subscription_invalid'}");
        assertThat(client.session().getSubscriptions()).isEmpty();

        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':[" + names(1_000) + "]}");
        client.receivesSome("{'successful':true}");
        assertThat(client.session().getSubscriptions()).hasSize(1_000);
    }

    @Test
    void limitsCanBeSet() {
        InMemoryServer narrow = InMemoryServer.start(
                "maxChannelLength", "20", "maxChannelDepth", "3", "validateMessageFields", "false");
        InMemoryClient other = narrow.socket().joins().publishes("/a/b/c", "1");

        other.sends("{'channel':'/a/b/c/d','clientId':'$id'}").receivesSome("{'error':'400::channel_invalid'}");
        other.sends("{'channel':'/12345678901234567890','clientId':'$id'}")
                .receivesSome("{'error':'400::channel_invalid'}");
    }

    @Test
    void applicationMayGoDeeperButNotWithoutLimit() {
        server.channel("/a".repeat(256)).publish(null, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.channel("/a".repeat(50_000)))
                .withMessageContaining("256 segments")
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(400));
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "'/n" + i + "'").collect(Collectors.joining(","));
    }
}
