package org.bayeux.oort.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bayeux.testkit.ManualClock;
import org.junit.jupiter.api.Test;

class SealedNetworkTest {

    private final ManualClock clock = new ManualClock();
    private final SimulatedNetwork network = new SimulatedNetwork(clock, 1);

    @Test
    void whoKnowsTheSecretIsHeard() {
        Receiver a = new Receiver();
        sealed("a", "secret").join(new UUID(0, 1), a);

        sealed("b", "secret").send(new UUID(0, 1), new byte[] {1, 2, 3});
        sealed("b", "secret").sendToAll(new byte[] {4});
        clock.advance(Duration.ofSeconds(1));

        assertThat(a.packets).containsExactly(new byte[] {1, 2, 3}, new byte[] {4});
    }

    @Test
    void whoDoesNotKnowItIsNot() {
        Receiver a = new Receiver();
        sealed("a", "secret").join(new UUID(0, 1), a);

        sealed("b", "another").sendToAll(new byte[] {1, 2, 3});
        network.place("b").sendToAll(new byte[] {1, 2, 3});
        network.place("b").sendToAll(new byte[100]);
        network.place("b").sendToAll(new byte[0]);
        clock.advance(Duration.ofSeconds(1));

        assertThat(a.packets).isEmpty();
    }

    @Test
    void aChangedPacketIsNotHeard() {
        Receiver a = new Receiver();
        Receiver raw = new Receiver();
        sealed("a", "secret").join(new UUID(0, 1), a);
        network.place("c").join(new UUID(0, 2), raw);
        sealed("b", "secret").send(new UUID(0, 2), new byte[] {1, 2, 3});
        clock.advance(Duration.ofSeconds(1));

        byte[] changed = raw.packets.get(0).clone();
        changed[1]++;
        network.deliver("c", "a", changed);

        assertThat(a.packets).isEmpty();
    }

    private Network sealed(String place, String secret) {
        return new SealedNetwork(network.place(place), secret);
    }

    private static final class Receiver implements Network.Receiver {

        private final List<byte[]> packets = new ArrayList<>();

        @Override
        public void received(UUID member, byte[] packet) {
            packets.add(packet);
        }

        @Override
        public void lost(UUID member, boolean ended) {
            // Nobody dies here.
        }

        @Override
        public void ended() {
            // The network lasts.
        }
    }
}
