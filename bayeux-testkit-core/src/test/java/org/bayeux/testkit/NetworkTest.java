package org.bayeux.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.bayeux.server.config.ServerConfig;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private final InMemoryServer server = InMemoryServer.start("maxInterval", "10000");
    private final InMemoryClient client = server.socket().joins().subscribes("/news");
    private final InMemoryClient polling = server.polling().joins();

    @Test
    void whatIsCutOffIsLostAndNobodyNotices() {
        client.network().cut();

        server.channel("/news").publish(null, "lost");
        client.sends("{'channel':'/service/x','clientId':'$id','id':'1','data':1}");
        client.network().restore();

        client.receivesNothing();
        assertThat(client.isKnown()).isTrue();
    }

    @Test
    void oneWayMayBeCutAlone() {
        client.network().cut(Way.TO_CLIENT);
        InMemoryClient other = server.socket().joins().subscribes("/news");

        client.sends("{'channel':'/news','clientId':'$id','data':'heard by others'}");

        other.receivesSome("{'data':'heard by others'}");
        client.receivesNothing();
    }

    @Test
    void whoIsCutOffExpires() {
        polling.network().cut(Way.TO_SERVER);

        server.clock().advanceUntil(() -> !polling.isKnown(), Duration.ofMinutes(1));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(polling::reconnects)
                .withMessageContaining("402");
    }

    @Test
    void whatIsHeldArrivesInOrderWhenItIsReleased() {
        client.network().hold(Way.TO_CLIENT);

        server.channel("/news").publish(null, "first");
        server.channel("/news").publish(null, "second");
        client.receivesNothing();
        client.network().release();
        client.network().restore();

        client.receivesSome("{'data':'first'}")
                .receivesSome("{'data':'second'}")
                .receivesNothing();
    }

    @Test
    void heldRequestsReachTheServerWhenTheyAreReleased() {
        polling.network().hold(Way.TO_SERVER);

        polling.sends("{'channel':'/news','clientId':'$id','data':'late'}");
        client.receivesNothing();
        polling.network().restore();

        client.receivesSome("{'data':'late'}");
    }

    @Test
    void whatIsDelayedArrivesAtItsMomentBothWays() {
        client.network().delay(Duration.ofMillis(100));

        client.sends("{'channel':'/meta/unsubscribe','clientId':'$id','subscription':'/news'}");
        server.clock().advanceMillis(199);
        client.receivesNothing();
        server.clock().advanceMillis(1);

        client.receivesSome("{'channel':'/meta/unsubscribe','successful':true}");
    }

    @Test
    void nothingOvertakesWhatWasDelayed() {
        client.network().delay(Way.TO_CLIENT, Duration.ofMillis(100));
        server.channel("/news").publish(null, "first");
        client.network().delay(Way.TO_CLIENT, Duration.ofMillis(10));
        server.channel("/news").publish(null, "second");

        server.clock().advanceMillis(50);
        client.receivesNothing();
        server.clock().advanceMillis(60);

        client.receivesSome("{'data':'first'}").receivesSome("{'data':'second'}");
    }

    @Test
    void aDuplicateIsProcessedAndAnsweredTwice() {
        polling.network().duplicate();

        polling.publishes("/news", "'twice'");

        client.receivesSome("{'data':'twice'}").receivesSome("{'data':'twice'}").receivesNothing();
    }

    @Test
    void messagesOfABrokenConnectionComeWithTheNext() {
        client.network().hold(Way.TO_CLIENT);
        server.channel("/news").publish(null, "under way");
        client.isCut();
        server.channel("/news").publish(null, "later");

        client.reconnects();

        client.awaits("{'data':'under way'}").awaits("{'data':'later'}");
    }

    @Test
    void whoWasOnlyCutOffComesBackByAnotherConnection() {
        client.network().cut();
        server.clock().advanceMillis(1_000);

        client.reconnects();
        server.channel("/news").publish(null, "again");

        client.awaits("{'data':'again'}").receivesNothing();
    }

    @Test
    void pollingMayBeCutAndComeBackToo() {
        polling.subscribes("/news").isCut();
        server.channel("/news").publish(null, "meanwhile");

        polling.reconnects();

        polling.awaits("{'data':'meanwhile'}");
    }

    @Test
    void whoStaysConnectedLivesOnAndHearsEverything() {
        InMemoryClient alive = server.polling().staysConnected().subscribes("/news");

        server.clock().advance(Duration.ofMinutes(10));
        server.channel("/news").publish(null, "first");
        server.channel("/news").publish(null, "second");

        alive.awaits("{'data':'first'}").awaits("{'data':'second'}").receivesNothing();
    }

    @Test
    void awaitingTurnsTheClock() {
        server.clock().timers().schedule(Duration.ofSeconds(5), () -> server.channel("/news")
                .publish(null, "late"));

        client.awaits("{'data':'late'}");

        assertThat(server.clock().ticker().nanos())
                .isEqualTo(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void awaitingInVainTellsWhatCameInstead() {
        server.channel("/news").publish(null, "something else");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> client.awaits("{'data':'this'}", Duration.ofSeconds(2)))
                .withMessageContaining("waited 2000 ms for {data=this}")
                .withMessageContaining("something else");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> server.clock().advanceUntil(() -> false, Duration.ofSeconds(2)))
                .withMessageContaining("waited 2000 ms");
    }

    @Test
    void timeIsNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> client.network().delay(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> server.clock().advanceMillis(-1));
    }

    @Test
    void aClientWithoutClockCannotWait() {
        InMemoryClient alone = InMemoryClient.of(server.engine(), ServerConfig.WEBSOCKET, new Browser());

        assertThatIllegalStateException().isThrownBy(() -> alone.network().delay(Duration.ofMillis(1)));
        assertThatIllegalStateException().isThrownBy(() -> alone.awaits("{}"));
        assertThatIllegalStateException().isThrownBy(alone::staysConnected);
    }

    @Test
    void whatIsNotOpenCannotBeCut() {
        assertThatIllegalStateException().isThrownBy(() -> client.isCut().isCut());
    }
}
