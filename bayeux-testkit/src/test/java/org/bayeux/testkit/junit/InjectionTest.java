package org.bayeux.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.cdi.ChannelMessage;
import org.bayeux.cdi.OnChannel;
import org.bayeux.cdi.event.SessionRemoved;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.ManualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BayeuxTest(classes = InjectionTest.Records.class, config = "maxSubscriptionsPerSession = 1")
class InjectionTest {

    @Inject
    Records records;

    @Inject
    BayeuxServer server;

    @Inject
    @Client(value = "ada", user = "ada")
    InMemoryClient ada;

    @Inject
    InMemoryClient polling;

    @Service
    public static class Records {

        @Session
        private LocalSession self;

        private final List<String> heard = new ArrayList<>();

        void hears(@Observes @OnChannel("/sync") ChannelMessage<String> message) {
            heard.add(message.payload());
        }

        void hearsLater(@ObservesAsync @OnChannel("/async") ChannelMessage<String> message) {
            heard.add(message.payload());
        }

        void hearsOfTheEnd(@Observes SessionRemoved event) {
            heard.add("end");
        }

        public List<String> heard() {
            return heard;
        }

        public boolean hasSession() {
            return self != null;
        }
    }

    @BeforeEach
    void adaJoins(@Client("ada") InMemoryClient sameAsTheField) {
        sameAsTheField.joins();
    }

    @Test
    void beansAreInjectedIntoFieldsAndParameters(Records again) {
        ada.publishes("/sync", "'hello'");

        assertThat(records.heard()).containsExactly("hello").isEqualTo(again.heard());
        assertThat(records.hasSession()).isTrue();
    }

    @RepeatedTest(2)
    void eachTestHasAServerOfItsOwn() {
        assertThat(server.getSessions()).hasSize(2).anyMatch(it -> it.getId().equals(ada.id()));
        assertThat(records.heard()).isEmpty();
        assertThat(server.getChannel("/made")).isNull();
        server.createChannelIfAbsent("/made");
    }

    @Test
    void aClientWithoutNameIsAnotherEachTime(InMemoryClient first, InMemoryClient second) {
        assertThat(List.of(ada, polling, first, second)).doesNotHaveDuplicates();
    }

    @Test
    void aClientHasItsUser(@Client(user = "eve", transport = "long-polling") InMemoryClient eve) {
        eve.joins();

        assertThat(eve.browser()).hasToString("eve");
        assertThat(eve.isHeld()).isTrue();
        assertThat(eve.session().getUserAgent()).isEqualTo("testkit");
    }

    @Test
    void whatRunsElsewhereOnAnotherThreadRunsWhenTheTestLooks() {
        ada.publishes("/async", "'later'");

        ada.receivesNothing();
        assertThat(records.heard()).containsExactly("later");
    }

    @Test
    void optionsAreThoseOfTheTest() {
        ada.subscribes("/a");

        ada.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':'/b'}")
                .receivesSome("{'error':'403::too_many_subscriptions'}");
    }

    @Test
    void timeStandsStillUntilItIsTurned(ManualClock clock, InMemoryServer memory) {
        assertThat(memory.clock()).isSameAs(clock);
        memory.socket().shakesHands();

        clock.advanceMillis(60_000);

        assertThat(records.heard()).contains("end");
    }

    @ParameterizedTest
    @ValueSource(strings = "given")
    void otherParametersComeFromOthers(String given, TestInfo info, InMemoryClient client) {
        assertThat(given).isEqualTo("given");
        assertThat(info.getTestMethod()).isPresent();
        client.joins();
    }

    @Nested
    class Inside {

        @Inject
        Records inner;

        @Test
        void nestedTestsHaveTheSameApplication() {
            ada.publishes("/sync", "'hello'");

            assertThat(inner.heard()).isEqualTo(records.heard()).isNotEmpty();
        }
    }

    @Nested
    @BayeuxTest(classes = Records.class)
    class WithOtherOptions {

        @Test
        void anAnnotationOfTheirOwnCounts() {
            ada.subscribes("/a").subscribes("/b");
        }
    }
}
