package org.bayeux.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import jakarta.inject.Inject;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.junit.examples.Auction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Each mistake in a test is told in words; and what a failing test has left. */
class WrongUseTest {

    @BayeuxTest
    static class WithoutClasses {
        @Test
        void test() {}
    }

    @Test
    void anApplicationHasClasses() {
        assertThat(failureOf(WithoutClasses.class)).hasMessageContaining("names neither classes nor packages");
    }

    @BayeuxTest(packages = String.class)
    static class OfJava {
        @Test
        void test() {}
    }

    @Test
    void aPackageIsOneOfTheApplication() {
        assertThat(failureOf(OfJava.class)).hasMessageContaining("java.lang.String belongs to Java itself");
    }

    @BayeuxTest(classes = Auction.class, config = "maxQueue")
    static class OptionWithoutValue {
        @Test
        void test() {}
    }

    @BayeuxTest(classes = Auction.class, config = "maxQueu=1")
    static class UnknownOption {
        @Test
        void test() {}
    }

    @BayeuxTest(
            classes = Auction.class,
            config = {"maxQueue=1", "maxQueue=2"})
    static class OptionTwice {
        @Test
        void test() {}
    }

    @Test
    void optionsAreCheckedAsOnAServer() {
        assertThat(failureOf(OptionWithoutValue.class)).hasMessageContaining("\"maxQueue\" is not name=value");
        assertThat(failureOf(UnknownOption.class))
                .hasMessageContaining("maxQueue")
                .hasMessageContaining("@BayeuxTest");
        assertThat(failureOf(OptionTwice.class)).hasMessageContaining("maxQueue is set twice");
    }

    @BayeuxTest(classes = Auction.class)
    static class MissingBean {
        @Test
        void test() {}
    }

    @BayeuxTest(classes = Auction.Bids.class)
    static class MissingForTheTest {
        @Inject
        Auction auction;

        @Test
        void test() {}
    }

    @Test
    void aMissingBeanIsNamed() {
        assertThat(failureOf(MissingBean.class)).hasMessageContaining("Bids");
        assertThat(failureOf(MissingForTheTest.class))
                .hasMessageContaining("does @BayeuxTest name all classes")
                .hasMessageContaining("Auction");
    }

    @BayeuxTest(classes = Auction.Bids.class)
    static class InTheConstructor {
        InTheConstructor(InMemoryClient client) {}

        @Test
        void test() {}
    }

    @BayeuxTest(classes = Auction.Bids.class)
    static class BeforeAllTests {
        @BeforeAll
        static void before(InMemoryClient client) {}

        @Test
        void test() {}
    }

    @Test
    void nothingIsInjectedBeforeTheServerRuns() {
        assertThat(failureOf(InTheConstructor.class)).hasMessageContaining("no server runs yet");
        assertThat(failureOf(BeforeAllTests.class)).hasMessageContaining("no server runs yet");
    }

    @BayeuxTest(classes = Auction.Bids.class)
    static class UnknownTransport {
        @Test
        void test(@Client(transport = "pigeon") InMemoryClient client) {}
    }

    @BayeuxTest(classes = Auction.Bids.class)
    static class RolesOfNobody {
        @Inject
        @Client(roles = "chief")
        InMemoryClient client;

        @Test
        void test() {}
    }

    @BayeuxTest(classes = Auction.Bids.class)
    static class TwoAdas {
        @Test
        void test(
                @Client(value = "ada", user = "ada") InMemoryClient a,
                @Client(value = "ada", user = "eve") InMemoryClient b) {}
    }

    @Test
    void aClientIsDescribedOnceAndWell() {
        assertThat(failureOf(UnknownTransport.class))
                .hasMessageContaining("pigeon")
                .hasMessageContaining("callback-polling, long-polling, websocket");
        assertThat(failureOf(RolesOfNobody.class)).hasMessageContaining("has roles and no user");
        assertThat(failureOf(TwoAdas.class)).hasMessageContaining("\"ada\" is described in two ways");
    }

    @Service
    public static class Mistaken {
        @RemoteCall("")
        public void call() {}
    }

    @BayeuxTest(classes = Mistaken.class)
    static class MistakenService {
        @Test
        void test() {}
    }

    @Test
    void mistakesOfTheApplicationAreThoseOfItsDeployment() {
        assertThat(failureOf(MistakenService.class)).hasMessageContaining("BYX-15");
    }

    @BayeuxTest(classes = Auction.Bids.class)
    static class Failing {
        @Test
        void test(@Client("ada") InMemoryClient ada) {
            ada.joins().sends("{'channel':'/news','clientId':'$id','data':'unread'}");
            throw new AssertionError("as it happens");
        }
    }

    @Test
    void aFailureTellsWhatWasLeft() {
        Throwable failure = failureOf(Failing.class);

        assertThat(failure).hasMessage("as it happens");
        assertThat(failure.getSuppressed()).singleElement().asString().contains("ada: websocket client", "/news");
    }

    private static Throwable failureOf(Class<?> test) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .execute()
                .allEvents()
                .failed()
                .stream()
                .findFirst()
                .flatMap(event -> event.getPayload(TestExecutionResult.class))
                .flatMap(TestExecutionResult::getThrowable)
                .orElseThrow();
    }
}
