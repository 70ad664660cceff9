package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lazy channels and messages: row S13. */
class LazyTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final InMemoryClient polling = server.polling().joins();
    private final InMemoryClient socket = server.socket().joins();

    @Test
    void aLazyMessageWaitsForItsTime() {
        subscribeBoth("/lazy");
        server.channel("/lazy").setLazy(true);

        server.channel("/lazy").publish(null, 1);

        server.clock().advanceMillis(4_999);
        polling.receivesNothing();
        socket.receivesNothing();
        server.clock().advanceMillis(1);
        polling.receives("{'channel':'/lazy','data':1}").receivesSome("{'channel':'/meta/connect','successful':true}");
        socket.receives("{'channel':'/lazy','data':1}");
    }

    @Test
    void aLazyMessageLeavesTogetherWithAnUrgentOneInOrder() {
        subscribeBoth("/lazy");
        subscribeBoth("/urgent");
        server.channel("/lazy").setLazy(true);
        server.channel("/lazy").publish(null, 1);

        server.channel("/urgent").publish(null, 2);

        polling.receivesSome("{'data':1}").receivesSome("{'data':2}");
        socket.receivesSome("{'data':1}").receivesSome("{'data':2}");
        server.clock().advanceMillis(6_000);
        socket.receivesNothing();
    }

    @Test
    void aLazyMessageTravelsWithAConnectThatTimesOut() {
        subscribeBoth("/lazy");
        server.clock().advanceMillis(29_000);
        server.channel("/lazy").setLazy(true);
        server.channel("/lazy").publish(null, 1);

        server.clock().advanceMillis(1_000);

        polling.receivesSome("{'data':1}").receivesSome("{'channel':'/meta/connect'}");
    }

    @Test
    void aLazyMessageThatWaitsDoesNotKeepAConnectFromBeingHeld() {
        InMemoryClient late = server.polling().shakesHands().connects();
        late.takes();
        server.channel("/lazy").subscribe(late.session());
        server.channel("/lazy").setLazy(true);
        server.channel("/lazy").publish(null, 1);

        late.connects();

        assertThat(late.isHeld()).isTrue();
        server.clock().advanceMillis(5_000);
        late.receivesSome("{'data':1}");
    }

    @Test
    void aLazyMessageWhoseTimeCameIsTheAnswerToTheNextConnect() {
        InMemoryClient late = server.polling().shakesHands().connects();
        late.takes();
        server.channel("/lazy").subscribe(late.session());
        server.channel("/lazy").setLazy(true);
        server.channel("/lazy").publish(null, 1);
        server.clock().advanceMillis(6_000);

        late.connects();

        late.receivesSome("{'data':1}").receivesSome("{'channel':'/meta/connect'}");
    }

    @Test
    void aChannelHasALazyTimeoutOfItsOwn() {
        subscribeBoth("/lazy");
        server.channel("/lazy").setLazyTimeout(700);

        server.channel("/lazy").publish(null, 1);

        assertThat(server.channel("/lazy").isLazy()).isTrue();
        server.clock().advanceMillis(699);
        socket.receivesNothing();
        server.clock().advanceMillis(1);
        socket.receivesSome("{'data':1}");
    }

    @Test
    void theShortestTimeCountsForAll() {
        subscribeBoth("/slow");
        subscribeBoth("/quick");
        server.channel("/slow").setLazyTimeout(3_000);
        server.channel("/quick").setLazyTimeout(500);
        server.channel("/slow").publish(null, 1);

        server.channel("/quick").publish(null, 2);
        server.clock().advanceMillis(500);

        socket.receivesSome("{'data':1}").receivesSome("{'data':2}");
        assertThat(polling.isHeld()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lazy/*", "/lazy/**", "/**"})
    void aLazyPatternMakesItsChannelsLazy(String pattern) {
        subscribeBoth("/lazy/a");
        server.channel(pattern).setLazyTimeout(800);

        server.channel("/lazy/a").publish(null, 1);

        server.clock().advanceMillis(799);
        socket.receivesNothing();
        server.clock().advanceMillis(1);
        socket.receivesSome("{'data':1}");
    }

    @Test
    void aSingleMessageMayBeLazy() {
        subscribeBoth("/news");
        ServerMessage.Mutable message = server.bayeux().newMessage();
        message.setChannel("/news");
        message.setData(1);
        message.setLazy(true);

        server.channel("/news").publish(null, message);
        socket.receivesNothing();

        server.clock().advanceMillis(5_000);
        socket.receivesSome("{'data':1}");
    }

    @Test
    void aListenerMayMakeAMessageLazy() {
        subscribeBoth("/news");
        server.channel("/news").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            message.setLazy(true);
            return true;
        });

        server.socket().joins().publishes("/news", "1");

        socket.receivesNothing();
        server.clock().advanceMillis(5_000);
        socket.receivesSome("{'data':1}");
    }

    @Test
    void aDeliveredMessageMayBeLazy() {
        ServerMessage.Mutable message = server.bayeux().newMessage();
        message.setChannel("/private");
        message.setLazy(true);

        socket.session().deliver(null, message);

        socket.receivesNothing();
        server.clock().advanceMillis(5_000);
        socket.receives("{'channel':'/private'}");
    }

    @Test
    void theLongestLazinessIsConfigured() {
        InMemoryServer brisk = InMemoryServer.start("maxLazyTimeout", "100");
        InMemoryClient client = brisk.socket().joins().subscribes("/lazy");
        brisk.bayeux().createChannelIfAbsent("/lazy", new ConfigurableServerChannel.Initializer.Persistent());
        brisk.channel("/lazy").setLazy(true);

        brisk.channel("/lazy").publish(null, 1);
        brisk.clock().advanceMillis(100);

        client.receivesSome("{'data':1}");
    }

    @Test
    void theEndOfASessionLeavesNoTimerBehind() {
        subscribeBoth("/lazy");
        server.channel("/lazy").setLazy(true);
        server.channel("/lazy").publish(null, 1);

        server.bayeux().removeSession(socket.session());
        server.bayeux().removeSession(polling.session());

        assertThat(server.clock().waitingTimers()).isZero();
    }

    private void subscribeBoth(String channel) {
        server.channel(channel).subscribe(polling.session());
        server.channel(channel).subscribe(socket.session());
    }
}
