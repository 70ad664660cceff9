package org.bayeux.oort.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.oort.hazelcast.Members;
import org.bayeux.server.ext.AcknowledgedMessagesExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The module in an application, with real members of Hazelcast on loopback. */
class OortNodeTest {

    private final String cloud = "test-" + UUID.randomUUID();

    @BeforeAll
    static void waitAsLongAsABusyMachineTakes() {
        Awaitility.setDefaultTimeout(30, TimeUnit.SECONDS);
    }

    private Application start(String url, String... more) {
        List<String> options = new ArrayList<>(List.of("oort.url", url, "oort.cloud", cloud));
        options.addAll(List.of(more));
        return Application.start(options);
    }

    private static List<Object> hear(Application application, String channel) {
        List<Object> heard = new CopyOnWriteArrayList<>();
        application
                .engine()
                .server()
                .createChannelIfAbsent(channel)
                .getReference()
                .addListener((ServerChannel.MessageListener) (from, told, message) -> heard.add(message.getData()));
        return heard;
    }

    private static void publish(Application application, String channel, Object data) {
        application
                .engine()
                .server()
                .createChannelIfAbsent(channel)
                .getReference()
                .publish(null, data);
    }

    @Test
    @Tag("option:oort.url")
    @Tag("option:oort.channels")
    void applicationsMeetBeforeTheirClientsComeAndRelayMessages() {
        try (Application a = start("a", "oort.channels", "/chat/**, /news")) {
            try (Application b = start("b", "oort.channels", "/chat/**")) {
                assertThat(b.oort().getKnownComets()).containsExactly("a");
                assertThat(b.node().isFulfilled()).isTrue();
                assertThat(a.oort().getObservedChannels()).containsExactlyInAnyOrder("/chat/**", "/news");
                List<Object> heard = hear(b, "/chat/1");

                await().until(() -> {
                    publish(a, "/chat/1", "hello");
                    return !heard.isEmpty();
                });

                assertThat(heard).containsOnly("hello");
                await().untilAsserted(() -> assertThat(a.events()).containsExactly("joined b"));
            }
            // Sooner than one that falls silent is given up.
            await().atMost(9, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(a.events()).containsExactly("joined b", "left b"));
            assertThat(a.oort().getKnownComets()).isEmpty();
        }
        assertThat(Hazelcast.getAllHazelcastInstances()).isEmpty();
    }

    @Test
    void aNodeThatHasNotMetTheOthersIsNotReady() {
        try (Application a = start("a");
                Application twin = start("a")) {
            assertThat(a.node().isFulfilled()).isTrue();
            assertThat(twin.node().isFulfilled()).isFalse();
        }
    }

    @Test
    void usersOfAllNodesAreKnownAndObserved() {
        try (Application a = start("a");
                Application b = start("b")) {
            LocalSession alice = a.engine().server().newLocalSession("alice");
            alice.handshake();
            assertThat(a.seti()).isSameAs(a.seti());
            a.seti().associate("alice", alice.getServerSession());

            await().untilAsserted(() -> assertThat(b.seti().getUserIds()).containsExactly("alice"));
            await().untilAsserted(() -> assertThat(b.users()).containsExactly("+alice@a"));
            assertThat(a.users()).containsExactly("+alice@a");
            alice.disconnect();
            await().untilAsserted(() -> assertThat(b.users()).containsExactly("+alice@a", "-alice@a"));
        }
    }

    @Test
    @Tag("option:oort.cloud")
    void applicationsOfOtherCloudsAreNotMet() {
        try (Application a = start("a");
                Application b = Application.start(List.of("oort.url", "b", "oort.cloud", cloud + "-other"))) {

            assertThat(a.oort().getKnownComets()).isEmpty();
            assertThat(b.oort().getKnownComets()).isEmpty();
        }
    }

    @Test
    @Tag("option:oort.secret")
    void applicationsWithOtherSecretsAreNotMet() {
        try (Application a = start("a", "oort.secret", "the one secret");
                Application b = start("b", "oort.secret", "another secret");
                Application c = start("c", "oort.secret", "the one secret")) {

            await().untilAsserted(() -> assertThat(c.oort().getKnownComets()).containsExactly("a"));
            assertThat(b.oort().getKnownComets()).isEmpty();
            assertThat(a.engine().config().cluster().toString()).doesNotContain("secret");
        }
    }

    @Test
    @Tag("option:oort.enabled")
    void aNodeThatIsNotEnabledIsAlone() {
        try (Application a = start("a", "oort.enabled", "false", "oort.channels", "/chat/**")) {
            List<Object> heard = hear(a, "/chat/1");

            publish(a, "/chat/1", "hello");

            assertThat(heard).containsExactly("hello");
            assertThat(a.oort().getURL()).isEqualTo("a");
            assertThat(a.oort().getKnownComets()).isEmpty();
            assertThat(Hazelcast.getAllHazelcastInstances()).isEmpty();
        }
    }

    @Test
    @Tag("option:enableAckExtension")
    @Tag("option:clientDebug")
    void clientsAreOfferedAcknowledgedMessagesUnlessToldOtherwise() {
        try (Application a = start("a", "clientDebug", "true");
                Application b = start("b", "enableAckExtension", "false")) {
            assertThat(a.engine().server().getExtensions()).hasOnlyElementsOfType(AcknowledgedMessagesExtension.class);
            assertThat(b.engine().server().getExtensions()).isEmpty();
        }
    }

    @Test
    void aNodeWithoutNameGetsOneOfItsOwn() {
        try (Application a = Application.start(List.of("oort.cloud", cloud));
                Application b = Application.start(List.of("oort.cloud", cloud))) {

            assertThat(a.oort().getURL())
                    .startsWith("bayeux://127.0.0.1:")
                    .isNotEqualTo(b.oort().getURL());
            assertThat(b.oort().getKnownComets()).containsExactly(a.oort().getURL());
        }
    }

    @Test
    void anInstanceThatIsABeanIsUsedAndLeftRunning() {
        try (Members members = new Members()) {
            HazelcastInstance given = members.start();
            HazelcastInstance other = members.start();
            try (Application a = Application.start(List.of("oort.url", "a"), given);
                    Application b = Application.start(List.of("oort.url", "b"), other)) {
                assertThat(b.oort().getKnownComets()).containsExactly(a.oort().getURL());
            }

            assertThat(given.getLifecycleService().isRunning()).isTrue();
        }
    }

    @Test
    @Tag("option:oort.hazelcast")
    void anInstanceThatJndiDoesNotHaveStopsTheDeployment() {
        assertThatThrownBy(() -> start("a", "oort.hazelcast", "payara/Hazelcast"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BYX-6021")
                .hasMessageContaining("payara/Hazelcast");
        assertThat(Hazelcast.getAllHazelcastInstances()).isEmpty();
    }
}
