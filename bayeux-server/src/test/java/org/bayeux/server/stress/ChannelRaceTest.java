package org.bayeux.server.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.api.server.ConfigurableServerChannel.Initializer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("stress")
class ChannelRaceTest {

    private static final Duration SWEEP = Duration.ofMillis(1);

    private final InMemoryServer server = InMemoryServer.start("sweepPeriod", "1", "maxInterval", "86400000");
    private final Race race = new Race();

    @AfterEach
    void stop() {
        race.close();
        server.stop();
    }

    @Test
    void channelIsConfiguredOnceAndFoundConfigured() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            String name = "/made" + round;
            AtomicInteger configured = new AtomicInteger();
            AtomicInteger made = new AtomicInteger();
            ConcurrentHashMap<ServerChannel, Boolean> found = new ConcurrentHashMap<>();
            Initializer initializer = channel -> {
                configured.incrementAndGet();
                channel.setPersistent(true);
            };
            Runnable maker = () -> {
                var created = server.bayeux().createChannelIfAbsent(name, initializer);
                made.addAndGet(created.isMarked() ? 1 : 0);
                found.put(created.getReference(), created.getReference().isPersistent());
            };

            race.run(maker, maker, maker);

            assertThat(configured).hasValue(1);
            assertThat(made).hasValue(1);
            assertThat(found).hasSize(1).containsValue(true);
            found.keySet().forEach(ServerChannel::remove);
        }
    }

    @Test
    void parentStaysRegisteredWhileAChildIsMade() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            server.channel("/parent");
            server.clock().advance(SWEEP.multipliedBy(2));

            race.run(() -> server.channel("/parent/child"), () -> server.clock().advance(SWEEP));

            assertThat(server.bayeux().getChannel("/parent")).isNotNull();
            assertThat(server.bayeux().getChannel("/parent/child")).isNotNull();
            server.clock().advance(SWEEP.multipliedBy(7));
            assertThat(server.bayeux().getChannel("/parent/child")).isNull();
            assertThat(server.bayeux().getChannel("/parent"))
                    .as("swept once its child has gone")
                    .isNull();
        }
    }

    @Test
    void channelWithASubscriberStaysRegistered() {
        ServerSession session = Peer.polling(server, new Browser()).session();
        for (int round = 0; round < Race.ROUNDS; round++) {
            ServerChannel channel = server.channel("/swept");
            server.clock().advance(SWEEP.multipliedBy(2));

            race.run(() -> channel.subscribe(session), () -> server.clock().advance(SWEEP));

            ServerChannel registered = server.bayeux().getChannel("/swept");
            assertThat(registered).isNotNull();
            assertThat(registered.getSubscribers()).containsExactly(session);
            registered.remove();
            assertThat(session.getSubscriptions()).isEmpty();
        }
    }

    @Test
    void removedChannelAndSubscriberComeApartOrStayTogether() {
        ServerSession session = Peer.polling(server, new Browser()).session();
        for (int round = 0; round < Race.ROUNDS; round++) {
            ServerChannel channel = server.channel("/removed");

            race.run(() -> channel.subscribe(session), channel::remove);

            boolean subscribed = !session.getSubscriptions().isEmpty();
            ServerChannel registered = server.bayeux().getChannel("/removed");
            if (subscribed) {
                assertThat(registered).isNotNull();
                assertThat(registered.getSubscribers()).containsExactly(session);
                registered.remove();
            }
            assertThat(channel.getSubscribers()).isEmpty();
        }
    }
}
