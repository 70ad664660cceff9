package org.bayeux.server.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("stress")
class CredentialsRaceTest {

    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private final InMemoryServer server = InMemoryServer.start("sweepPeriod", "86400000");
    private final Browser browser = new Browser().cookie("BAYEUX_BROWSER", "0123456789abcdef");
    private final Race race = new Race();

    @AfterEach
    void stop() {
        race.close();
        server.stop();
    }

    @Test
    void renewalEitherComesInTimeOrTheSessionEndsOnce() {
        int renewed = 0;
        for (int round = 0; round < Race.ROUNDS; round++) {
            AtomicInteger removals = new AtomicInteger();
            Peer peer = Peer.polling(server, browser);
            ServerSession session = peer.session();
            session.addListener((ServerSession.RemoveListener) (it, timeout) -> removals.incrementAndGet());
            session.setCredentialsExpiry(soon());
            Wire connect = peer.connect();
            Instant later = soon().plus(GOOD_FOR);

            Runnable renewal = () -> session.setCredentialsExpiry(later);
            Runnable expiry = () -> server.clock().advance(GOOD_FOR);
            // On a busy machine the second is always late.
            race.run(round % 2 == 0 ? renewal : expiry, round % 2 == 0 ? expiry : renewal);

            if (session.isHandshook()) {
                renewed++;
                assertThat(connect.batches()).isEmpty();
                assertThat(removals).hasValue(0);
                // A timer that was started while the clock was turned comes later by that.
                server.clock().advance(GOOD_FOR.multipliedBy(3));
            }
            assertThat(connect.batches()).hasSize(1);
            assertThat(removals).hasValue(1);
            assertThat(session.isHandshook()).isFalse();
            assertThat(server.clock().waitingTimers()).isZero();
        }
        assertThat(renewed).isPositive();
    }

    private Instant soon() {
        return server.clock().instants().instant().plus(GOOD_FOR);
    }
}
