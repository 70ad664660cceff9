package org.bayeux.server.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.Writing;
import org.junit.jupiter.api.Test;

/** Requests of one client that overlap, and sessions that follow each other on one connection. */
class OverlapTest {

    private static final String SUPERSEDED = "{'channel':'/meta/connect','error':'408::connect_superseded'}";

    private final InMemoryServer server = InMemoryServer.start();

    @Test
    void connectsOfOneSessionThatOverlapAreNotSeveralClients() {
        InMemoryClient client = server.polling().joins();

        for (int i = 0; i < 10; i++) {
            client.connects().receivesSome(SUPERSEDED).receivesNothing();
        }
        server.clock().advanceMillis(30_000);

        assertThat(client.takes()).doesNotContainKey("advice");
        client.receivesNothing();
    }

    @Test
    void tabThatIsReloadedIsNotAnotherClientOnceItsOldConnectIsReleased() {
        Browser browser = new Browser();
        InMemoryClient old = server.polling(browser).joins();
        old.disconnects();

        InMemoryClient reloaded = server.polling(browser).joins();

        reloaded.receivesNothing();
        assertThat(reloaded.isHeld()).isTrue();
    }

    @Test
    void connectWhoseResponseFailedDoesNotCountAsAnotherClient() {
        InMemoryClient client = server.polling().joins();
        client.writing(Writing.FAILING).session().deliver(null, "/a", 1);
        client.writing(Writing.AT_ONCE).connects().receivesSome("{'data':1}");
        assertThat(client.takes()).doesNotContainKey("advice");

        assertThat(client.connects().isHeld()).isTrue();
        InMemoryClient elsewhere = server.polling().joins();
        elsewhere.receivesNothing();
    }

    @Test
    void publishesWhileAConnectIsHeldAreNotSeveralClients() {
        InMemoryClient client = server.polling().joins();

        for (int i = 0; i < 10; i++) {
            client.publishes("/a", "1");
        }

        client.receivesNothing();
        assertThat(client.isHeld()).isTrue();
    }

    @Test
    void secondHandshakeOnOneSocketLetsTheFirstSessionExpireWithoutALeak() {
        InMemoryClient client = server.socket().joins().subscribes("/news");
        String former = client.id();
        client.shakesHands().connects().takes();
        client.connects().subscribes("/news");

        server.channel("/news").publish(null, 1);
        client.receives("{'channel':'/news','data':1}").receivesNothing();
        server.clock().advanceMillis(10_000);

        assertThat(server.bayeux().getSession(former)).isNull();
        assertThat(server.bayeux().getSessions()).containsExactly(client.session());
        assertThat(server.channel("/news").getSubscribers()).containsExactly(client.session());
        assertThat(server.clock().waitingTimers()).as("of the held connect").isOne();
        client.receivesNothing();
    }

    @Test
    void manyHandshakesOnOneSocketLeakNothing() {
        InMemoryClient client = server.socket();
        for (int i = 0; i < 100; i++) {
            client.joins().subscribes("/news");
        }

        client.isCut();
        server.clock().advanceMillis(10_000);

        assertThat(server.bayeux().getSessions()).isEmpty();
        assertThat(server.channel("/news").getSubscribers()).isEmpty();
        assertThat(server.clock().waitingTimers()).isZero();
    }

    @Test
    void refusedSecondHandshakeOnOneSocketLeavesTheFirstSessionAlone() {
        InMemoryClient client = server.socket().joins().subscribes("/news");

        client.sends("{'channel':'/meta/handshake','minimumVersion':'9'}").receivesSome("{'successful':false}");
        server.channel("/news").publish(null, 1);

        client.receivesSome("{'data':1}").receivesNothing();
        assertThat(List.copyOf(server.bayeux().getSessions())).hasSize(1);
    }
}
