package org.bayeux.server.engine.management;

import java.time.Duration;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.server.engine.channel.ChannelRegistry;
import org.bayeux.server.engine.cluster.ClusterGate;
import org.bayeux.server.engine.session.SessionRegistry;
import org.bayeux.server.engine.watch.Watch;
import org.bayeux.server.spi.Timers;

/**
 * The parts of a server that operators see. Thread-safe as the parts are.
 *
 * @param server as applications see it
 * @param sessions of the server
 * @param channels of the server
 * @param cluster that the server belongs to, if any
 * @param watch counts and tells what happens
 * @param timers lead to the threads of the application
 * @param sweep looks for unused channels
 */
public record ManagedServer(
        BayeuxServer server,
        SessionRegistry sessions,
        ChannelRegistry channels,
        ClusterGate cluster,
        Watch watch,
        Timers timers,
        Runnable sweep) {

    /** Runs what calls listeners, which expect the threads and the class loader of their application. */
    void soon(Runnable work) {
        timers.schedule(Duration.ZERO, work);
    }
}
