package org.bayeux.server.engine.cluster;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.bayeux.api.ChannelId;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.spi.Cluster;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * The cluster of this server, if it belongs to one. Without, a message costs one look.
 *
 * <p>Thread-safe: written when the server joins and leaves, read by publishers and subscribers.
 */
public final class ClusterGate {

    /** All know; made once, so that comparing with it spares the normal path all futures. */
    public static final CompletionStage<?> KNOWN = CompletableFuture.completedFuture(null);

    private final AtomicReference<@Nullable Cluster> cluster = new AtomicReference<>();

    /** Makes the gate of a server that stands alone. */
    public ClusterGate() {}

    /**
     * Belongs to a cluster from now on.
     *
     * @throws IllegalStateException if it belongs to one already
     */
    public void join(Cluster joined) {
        if (!cluster.compareAndSet(null, joined)) {
            throw new IllegalStateException("the server belongs to a cluster already");
        }
    }

    /** Stands alone again, if it belongs to that one. */
    public void leave(Cluster left) {
        cluster.compareAndSet(left, null);
    }

    /** What it belongs to. */
    public Optional<Cluster> joined() {
        return Optional.ofNullable(cluster.get());
    }

    /** Tells of a message on a broadcast channel. */
    public void published(ChannelId channel, BayeuxMessage frozen) {
        Cluster others = cluster.get();
        if (others != null) {
            try {
                others.published(channel, frozen);
            } catch (RuntimeException e) {
                UserCode.failedLater(others, e);
            }
        }
    }

    /**
     * Tells that somebody may want messages on this channel, or not any more.
     *
     * @return completes, never with an exception, once all servers know
     */
    public CompletionStage<?> demandChanged(ChannelId channel) {
        Cluster others = cluster.get();
        if (others == null || !channel.isBroadcast()) {
            return KNOWN;
        }
        try {
            CompletionStage<?> known = others.demandChanged(channel);
            return known.toCompletableFuture().isDone() ? KNOWN : known.handle((told, failure) -> true);
        } catch (RuntimeException e) {
            UserCode.failedLater(others, e);
            return KNOWN;
        }
    }
}
