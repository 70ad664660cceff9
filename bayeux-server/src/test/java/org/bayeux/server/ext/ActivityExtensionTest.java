package org.bayeux.server.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.bayeux.server.ext.ActivityExtension.Activity;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

class ActivityExtensionTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InMemoryServer server = InMemoryServer.start("timeout", "0", "maxInterval", "3600000");

    @Test
    void clientThatOnlyConnectsIsDisconnected() {
        InMemoryClient client = watched(Activity.CLIENT);

        assertThat(connectsAfter(client, MINUTE)).isTrue();
        assertThat(connectsAfter(client, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void clientThatIsSentAwayShallNotComeBack() {
        InMemoryClient client = watched(Activity.CLIENT);
        server.clock().advance(MINUTE.plusMillis(1));

        client.connects();

        client.receivesSome("{'channel':'/meta/connect','error':'402::session_unknown','advice':{'reconnect':'none'}}");
        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void clientThatPublishesStays() {
        InMemoryClient client = watched(Activity.CLIENT);

        server.clock().advance(MINUTE);
        client.publishes("/a", "1");

        assertThat(connectsAfter(client, MINUTE)).isTrue();
    }

    @Test
    void clientThatSubscribesStays() {
        InMemoryClient client = watched(Activity.CLIENT);

        server.clock().advance(MINUTE);
        client.subscribes("/a");

        assertThat(connectsAfter(client, MINUTE)).isTrue();
    }

    @Test
    void whatTheServerSendsCountsIfItIsToldSo() {
        InMemoryClient client = watched(Activity.CLIENT_SERVER);

        server.clock().advance(MINUTE);
        client.session().deliver(null, "/a", 1);

        assertThat(connectsAfter(client, MINUTE)).isTrue();
    }

    @Test
    void whatTheServerSendsDoesNotCountOtherwise() {
        InMemoryClient client = watched(Activity.CLIENT);

        server.clock().advance(MINUTE);
        client.session().deliver(null, "/a", 1);

        assertThat(connectsAfter(client, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void oneSessionMayBeWatchedAlone() {
        InMemoryClient client = server.polling().shakesHands();
        InMemoryClient other = server.polling().shakesHands();
        client.session()
                .addExtension(new ActivityExtension.SessionExtension(
                        Activity.CLIENT, MINUTE.toMillis(), server.clock().ticker()));

        server.clock().advance(MINUTE.plusMillis(1));

        assertThat(connectsAfter(client, Duration.ZERO)).isFalse();
        assertThat(connectsAfter(other, Duration.ZERO)).isTrue();
    }

    @Test
    void periodIsPositive() {
        assertThatThrownBy(() -> new ActivityExtension(Activity.CLIENT, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 ms");
    }

    private InMemoryClient watched(Activity activity) {
        server.bayeux()
                .addExtension(new ActivityExtension(
                        activity, MINUTE.toMillis(), server.clock().ticker()));
        return server.polling().shakesHands();
    }

    /** Whether the session is still there after a connect. */
    private boolean connectsAfter(InMemoryClient client, Duration silence) {
        server.clock().advance(silence);
        client.connects();
        return client.isKnown();
    }
}
