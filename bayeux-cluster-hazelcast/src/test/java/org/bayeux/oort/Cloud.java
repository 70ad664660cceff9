package org.bayeux.oort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.oort.link.SimulatedNetwork;
import org.bayeux.server.BayeuxServerBuilder;
import org.bayeux.server.ext.BinaryExtension;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.ManualClock;

/** Several servers on one simulated network, with one clock. Confined to the thread of the test. */
final class Cloud {

    final ManualClock clock = new ManualClock();
    final SimulatedNetwork network = new SimulatedNetwork(clock, 1);

    /** A server that observes these channels; it has not started. */
    Member member(String name, String... observed) {
        return new Member(name, name, observed);
    }

    /** The same at a place in the network that is not called as it is. */
    Member memberAt(String place, String name, String... observed) {
        return new Member(place, name, observed);
    }

    /** Starts them and lets them meet. */
    void meet(Member... members) {
        for (Member member : members) {
            member.oort.start();
        }
        for (Member member : members) {
            var met = member.oort.met(Duration.ofSeconds(10)).toCompletableFuture();
            clock.advanceUntil(met::isDone, Duration.ofSeconds(10));
            assertThat(met).isCompletedWithValue(true);
        }
        passAMoment();
    }

    void passAMoment() {
        clock.advanceMillis(500);
    }

    final class Member {

        final String name;
        final InMemoryServer server;
        final Oort oort;
        final List<String> events = new ArrayList<>();

        private Member(String place, String name, String... observed) {
            this.name = name;
            BayeuxEngine engine = new BayeuxServerBuilder().clock(clock).build();
            engine.start();
            server = InMemoryServer.of(engine, clock);
            server.bayeux().addExtension(new BinaryExtension());
            oort = new Oort(engine, name, network.place(place), clock.ticker(), clock.executor());
            List.of(observed).forEach(oort::observeChannel);
            oort.addCometListener(new Oort.CometListener() {
                @Override
                public void cometJoined(Event event) {
                    events.add("joined " + event.getCometURL());
                }

                @Override
                public void cometLeft(Event event) {
                    events.add("left " + event.getCometURL());
                }

                @Override
                public void messagesMissed(Event event) {
                    events.add("missed " + event.getCometURL());
                }
            });
        }
    }
}
