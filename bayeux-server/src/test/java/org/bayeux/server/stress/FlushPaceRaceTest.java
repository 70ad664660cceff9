package org.bayeux.server.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bayeux.api.Channel;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that is so busy that messages wait for each other, on and off. */
@Tag("stress")
class FlushPaceRaceTest {

    private static final int RECEIVERS = 40;
    private static final int MESSAGES = 10_000;

    private final InMemoryServer server = InMemoryServer.start("sweepPeriod", "86400000", "maxInterval", "86400000");
    private final Race race = new Race();

    @AfterEach
    void stop() {
        race.close();
        server.stop();
    }

    @Test
    void nothingIsLostDoubledOrOvertakenWhileThePaceComesAndGoes() {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < RECEIVERS; i++) {
            Peer peer = Peer.socket(server);
            Wire wire = Wire.socket();
            peer.open(wire).receive(List.of(peer.message(Channel.META_CONNECT)));
            server.channel("/race").subscribe(peer.session());
            wires.add(wire);
        }

        race.run(this::publish, () -> IntStream.range(0, MESSAGES)
                .forEach(i -> server.clock().advanceMillis(1 + i / 100 % 2 * 20)));

        server.clock().advanceMillis(100);
        for (Wire wire : wires) {
            assertThat(wire.dataOn("/race"))
                    .containsExactlyElementsOf(IntStream.range(0, MESSAGES)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    private void publish() {
        ServerChannel channel = server.channel("/race");
        for (int i = 0; i < MESSAGES; i++) {
            channel.publish(null, Integer.toString(i));
        }
    }
}
