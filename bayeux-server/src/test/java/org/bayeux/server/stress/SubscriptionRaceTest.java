package org.bayeux.server.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("stress")
class SubscriptionRaceTest {

    private static final String JOINED = "joined";
    private static final String LEFT = "left";
    private static final String REMOVED = "removed";

    private final InMemoryServer server = InMemoryServer.start("maxSessionsPerBrowser", "-1");
    private final Browser browser = new Browser();
    private final Race race = new Race();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final ServerChannel channel = server.channel("/race");

    SubscriptionRaceTest() {
        server.bayeux().addListener(new Hearing());
    }

    @AfterEach
    void stop() {
        race.close();
        server.stop();
    }

    @Test
    void subscribingWhileTheSessionEndsLeavesNothingBehind() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            ServerSession session = Peer.polling(server, browser).session();

            race.run(() -> channel.subscribe(session), () -> server.bayeux().removeSession(session));

            assertThat(channel.getSubscribers()).isEmpty();
            assertThat(session.getSubscriptions()).isEmpty();
            assertThat(List.copyOf(heard)).isIn(List.of(REMOVED), List.of(JOINED, LEFT, REMOVED));
            heard.clear();
        }
    }

    @Test
    void joiningAndLeavingAtOnceEndsInOneOfBoth() {
        ServerSession session = Peer.polling(server, browser).session();
        for (int round = 0; round < Race.ROUNDS; round++) {
            channel.subscribe(session);

            race.run(
                    () -> channel.unsubscribe(session),
                    () -> channel.subscribe(session),
                    () -> channel.unsubscribe(session));

            boolean subscribed = session.getSubscriptions().contains(channel);
            assertThat(channel.getSubscribers().contains(session)).isEqualTo(subscribed);
            channel.unsubscribe(session);
            assertThat(heard).hasSizeBetween(2, 4).startsWith(JOINED).endsWith(LEFT);
            assertThat(List.copyOf(heard)).isIn(List.of(JOINED, LEFT), List.of(JOINED, LEFT, JOINED, LEFT));
            heard.clear();
        }
    }

    /** Hears everything about sessions and their subscriptions. */
    private final class Hearing implements BayeuxServer.SubscriptionListener, BayeuxServer.SessionListener {

        @Override
        public void subscribed(ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {
            heard.add(JOINED);
        }

        @Override
        public void unsubscribed(ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {
            heard.add(LEFT);
        }

        @Override
        public void sessionRemoved(ServerSession session, boolean timeout) {
            heard.add(REMOVED);
        }
    }
}
