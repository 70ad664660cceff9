package org.bayeux.server.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.ChannelId;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.spi.ClusterInbox;
import org.bayeux.wire.BayeuxMessage;

/** What other servers of a cluster have for this one. Thread-safe; holds no state of its own. */
final class EngineInbox implements ClusterInbox {

    private final Engine engine;

    EngineInbox(Engine engine) {
        this.engine = engine;
    }

    @Override
    public boolean isWanted(String pattern) {
        if (!engine.index().isUnused(pattern)) {
            return true;
        }
        RegisteredChannel channel = engine.channels().getConfigured(pattern);
        return channel != null && channel.isBroadcast() && channel.isHeard();
    }

    @Override
    public Set<String> wanted() {
        Set<String> wanted = new HashSet<>(engine.index().patterns());
        for (RegisteredChannel channel : engine.channels().all()) {
            if (channel.isBroadcast() && channel.isHeard()) {
                wanted.add(channel.getId());
            }
        }
        return wanted;
    }

    @Override
    public CompletionStage<?> deliver(BayeuxMessage message) {
        ChannelId id = message.getChannelId();
        if (!id.isBroadcast() || id.isWild()) {
            throw new IllegalArgumentException("a message of another server is not on a broadcast channel");
        }
        if (!engine.extensions().relayed(message)) {
            return CompletableFuture.completedFuture(null);
        }
        return engine.broadcaster().relay(engine.channels().createIfAbsent(id).getReference(), message);
    }
}
