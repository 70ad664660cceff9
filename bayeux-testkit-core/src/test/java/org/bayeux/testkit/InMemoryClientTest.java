package org.bayeux.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InMemoryClientTest {

    private final InMemoryServer server = InMemoryServer.start("timeout", "1000");
    private final InMemoryClient client = server.socket().joins().subscribes("/news");

    @Test
    void aScriptThatIsFollowedPasses() {
        server.channel("/news").publish(null, "hello");

        client.receives("{'channel':'/news','data':'hello'}").receivesNothing();
    }

    @Test
    void fieldsThatAreNotNamedMayBeLeftOutOfAnExpectation() {
        client.sends("{'channel':'/news','clientId':'$id','id':'1','data':{'a':[1,2]}}");

        client.receivesSome("{'data':{'a':[1,2]}}").receivesSome("{'id':'1'}");
    }

    @Test
    void anyValueMayBeExpected() {
        client.publishes("/news", "{'a':1}");

        client.receives("{'channel':'/news','data':{'a':'$any'}}");
    }

    @Test
    void whatWasReceivedMayBeLookedForAndForgotten() {
        server.channel("/news").publish(null, "hello");

        assertThat(client.hasReceived("{'data':'hello'}")).isTrue();
        assertThat(client.hasReceived("{'data':'bye'}")).isFalse();
        client.forgetsReceived().receivesNothing();
    }

    @Test
    void aMissingMessageBreaksTheScript() {
        breaks(() -> client.receives("{'channel':'/news'}"), "received nothing");
        breaks(client::takes, "received nothing");
    }

    @Test
    void anotherMessageBreaksTheScript() {
        server.channel("/news").publish(null, "hello");
        breaks(() -> client.receives("{'channel':'/news','data':'bye'}"), "data=hello");

        server.channel("/news").publish(null, "hello");
        breaks(() -> client.receives("{'channel':'/news'}"), "data=hello");

        server.channel("/news").publish(null, "hello");
        breaks(() -> client.receivesSome("{'data':['hello']}"), "data=hello");
    }

    @Test
    void aMessageThatNobodyTookBreaksTheScript() {
        server.channel("/news").publish(null, "hello");

        breaks(client::receivesNothing, "data=hello");
    }

    @Test
    void aRefusalWhereSuccessIsMeantBreaksTheScript() {
        breaks(() -> client.subscribes("/meta/connect"), "403");
        breaks(() -> server.polling().publishes("/news", "1"), "402");
    }

    @Test
    void textThatIsNoMessageBreaksTheScript() {
        breaks(() -> client.sends("7"), "not Bayeux messages");
    }

    @Test
    void pollingShowsWhetherItIsHeld() {
        InMemoryClient polling = server.polling().joins();

        assertThat(polling.isHeld()).isTrue();
        server.clock().advanceMillis(1_000);
        assertThat(polling.isHeld()).isFalse();
    }

    private static void breaks(ThrowingCallable script, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(script).withMessageContaining(message);
    }
}
