package org.bayeux.server.engine.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.ChannelId;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionIndexTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final SubscriptionIndex index = new SubscriptionIndex();
    private final SessionHandle alice = session();
    private final SessionHandle bob = session();

    @ParameterizedTest
    @CsvSource({
        "/a/b,   /a/b,   true",
        "/a/*,   /a/b,   true",
        "/a/**,  /a/b,   true",
        "/**,    /a/b,   true",
        "/*,     /a/b,   false",
        "/*,     /a,     true",
        "/a/*,   /a,     false",
        "/a/**,  /a,     false",
        "/a/*,   /a/b/c, false",
        "/a/**,  /a/b/c, true",
        "/a/b,   /a/bc,  false",
    })
    void findsSubscribersOfTheChannelAndOfThePatternsThatMatchIt(String pattern, String channel, boolean found) {
        index.add(pattern, alice);

        assertThat(subscribersOf(channel)).isEqualTo(found ? List.of(alice) : List.of());
    }

    @Test
    void sessionWithSeveralMatchesIsFoundOnce() {
        index.add("/a/b", alice);
        index.add("/a/*", alice);
        index.add("/**", alice);
        index.add("/a/**", bob);

        assertThat(subscribersOf("/a/b")).containsExactlyInAnyOrder(alice, bob);
    }

    @Test
    void addingTwiceIsOneSubscription() {
        assertThat(index.add("/a", alice)).isTrue();
        assertThat(index.add("/a", alice)).isFalse();

        assertThat(index.remove("/a", alice)).isTrue();
        assertThat(index.remove("/a", alice)).isFalse();
    }

    @Test
    void patternWithoutSubscribersLeavesNothingBehind() {
        index.add("/a", alice);
        index.add("/a", bob);
        index.remove("/a", alice);
        assertThat(index.isUnused("/a")).isFalse();

        index.remove("/a", bob);

        assertThat(index.isUnused("/a")).isTrue();
        assertThat(index.of("/a")).isEmpty();
    }

    private List<SessionHandle> subscribersOf(String channel) {
        List<SessionHandle> found = new ArrayList<>();
        index.forEachSubscriber(new ChannelId(channel), found::add);
        return found;
    }

    private SessionHandle session() {
        return (SessionHandle) server.polling().shakesHands().session();
    }
}
