package org.bayeux.cdi.lifecycle;

import java.util.concurrent.Executor;
import org.bayeux.server.BayeuxServerBuilder;
import org.bayeux.server.spi.EngineClock;

/** Time and threads of somebody else, who ends them. Thread-safe if they are. */
record GivenThreads(EngineClock clock, Executor executor) implements Threads {

    @Override
    public BayeuxServerBuilder drive(BayeuxServerBuilder server, Executor callbacks) {
        return server.clock(clock);
    }

    @Override
    public void stop() {
        // They go on: they are not ours.
    }
}
