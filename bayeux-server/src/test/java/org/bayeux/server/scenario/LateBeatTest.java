package org.bayeux.server.scenario;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.bayeux.server.BayeuxServerBuilder;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.EngineClock;
import org.bayeux.server.spi.Ticker;
import org.bayeux.server.spi.Timers;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.ManualClock;
import org.junit.jupiter.api.Test;

/** What is published on a busy server while no thread can be had for the timer. */
class LateBeatTest {

    private final ManualClock clock = new ManualClock();
    private final InMemoryServer server = start();

    private InMemoryServer start() {
        BayeuxEngine engine =
                new BayeuxServerBuilder().clock(new StuckTimers(clock)).build();
        engine.start();
        return InMemoryServer.of(engine, clock);
    }

    @Test
    void publishersLetGoOfWhatWaits() {
        InMemoryClient receiver = server.socket().joins().subscribes("/chat");
        Stream.generate(() -> server.socket().joins().subscribes("/chat"))
                .limit(200)
                .forEach(client -> {});
        publish("first");
        clock.advanceMillis(20);
        publish("second");
        receiver.receivesSome("{'data':'first'}").receivesSome("{'data':'second'}");

        publish("waits");
        clock.advanceMillis(519);
        publish("waits too");
        receiver.receivesNothing();
        clock.advanceMillis(2);
        publish("late");

        receiver.receivesSome("{'data':'waits'}")
                .receivesSome("{'data':'waits too'}")
                .receivesSome("{'data':'late'}");
    }

    private void publish(String data) {
        server.channel("/chat").publish(null, data);
    }

    /** Timers are never due. */
    private record StuckTimers(ManualClock clock) implements EngineClock {

        @Override
        public Ticker ticker() {
            return clock.ticker();
        }

        @Override
        public InstantSource instants() {
            return clock.instants();
        }

        @Override
        public Timers timers() {
            return (delay, task) -> clock.timers().schedule(delay, () -> {});
        }

        @Override
        public Executor executor() {
            return clock.executor();
        }

        @Override
        public void start(Duration sweepPeriod, Runnable sweep) {
            clock.start(sweepPeriod, sweep);
        }

        @Override
        public void stop() {
            clock.stop();
        }
    }
}
