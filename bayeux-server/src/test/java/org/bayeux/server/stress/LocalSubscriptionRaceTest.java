package org.bayeux.server.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.api.client.ClientSessionChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("stress")
class LocalSubscriptionRaceTest {

    private final InMemoryServer server = InMemoryServer.start("sweepPeriod", "86400000");
    private final LocalSession local = server.bayeux().newLocalSession("robot");
    private final ClientSessionChannel channel = local.getChannel("/race");
    private final AtomicInteger heard = new AtomicInteger();
    private final ClientSessionChannel.MessageListener first = (on, message) -> heard.incrementAndGet();
    private final ClientSessionChannel.MessageListener second = (on, message) -> heard.incrementAndGet();
    private final Race race = new Race();

    @AfterEach
    void stop() {
        race.close();
        server.stop();
    }

    @Test
    void twoWhoSubscribeAtOnceBothHear() {
        local.handshake();
        for (int i = 0; i < Race.ROUNDS; i++) {
            race.run(() -> channel.subscribe(first), () -> channel.subscribe(second));

            server.channel("/race").publish(null, "x");
            assertThat(heard.getAndSet(0)).as("round %s", i).isEqualTo(2);
            channel.unsubscribe();
            assertThat(server.channel("/race").getSubscribers()).isEmpty();
        }
    }

    @Test
    void whoSubscribesWhileTheLastOneLeavesHears() {
        local.handshake();
        for (int i = 0; i < Race.ROUNDS; i++) {
            channel.subscribe(first);

            race.run(() -> channel.unsubscribe(first), () -> channel.subscribe(second));

            server.channel("/race").publish(null, "x");
            assertThat(heard.getAndSet(0)).as("round %s", i).isOne();
            channel.unsubscribe();
        }
    }
}
