package org.bayeux.server.spi;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.ChannelId;
import org.bayeux.server.jmx.ClusterMXBean;
import org.bayeux.wire.BayeuxMessage;

/** The other servers that this one works with, see {@link BayeuxEngine#join}. Thread-safe. */
public interface Cluster {

    /**
     * A message was published on a broadcast channel of this server; never one that came by {@link ClusterInbox#deliver}.
     * Called by whoever publishes, so it returns at once; those of one publisher on one channel come in order.
     *
     * @param message frozen
     */
    void published(ChannelId channel, BayeuxMessage message);

    /**
     * Whether this server wants messages on exactly this broadcast channel or pattern may have changed, see
     * {@link ClusterInbox#isWanted}.
     *
     * @return completes, on a thread that may run code of applications, once every server knows; clients that subscribe
     *     wait for it, so it must complete in any case
     */
    CompletionStage<?> demandChanged(ChannelId channel);

    /** What JMX shows of it beside the server that joined it, if anything. */
    default Optional<ClusterMXBean> management() {
        return Optional.empty();
    }
}
