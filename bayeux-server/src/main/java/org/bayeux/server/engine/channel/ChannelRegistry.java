package org.bayeux.server.engine.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.api.ChannelId;
import org.bayeux.api.MarkedReference;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.BayeuxServer.ChannelListener;
import org.bayeux.api.server.ConfigurableServerChannel.Initializer;
import org.bayeux.server.engine.guard.UserCode;
import org.jspecify.annotations.Nullable;

/**
 * All channels of a server by their ids. A channel has its ancestors registered too.
 *
 * <p>Thread-safe. A channel enters the map before its initializers run, so that they run once however many threads create
 * it; whoever finds it meanwhile waits for them.
 */
public final class ChannelRegistry {

    private final ConcurrentHashMap<String, RegisteredChannel> channels = new ConcurrentHashMap<>();
    private final Iterable<BayeuxServer.BayeuxServerListener> listeners;
    private final ChannelHost host;

    /**
     * Makes an empty registry.
     *
     * @param listeners who wants to know of channels; read at each event
     */
    public ChannelRegistry(ChannelHost host, Iterable<BayeuxServer.BayeuxServerListener> listeners) {
        this.host = host;
        this.listeners = listeners;
    }

    /** The channel with exactly this id, or {@code null}. */
    public @Nullable RegisteredChannel get(String id) {
        RegisteredChannel channel = channels.get(id);
        return channel == null || channel.whenConfigured().isRefused() ? null : channel;
    }

    /**
     * The channel with this id, and whether this call made it; only then the initializers have run. What one of them
     * throws comes back, and there is no channel.
     */
    public MarkedReference<RegisteredChannel> createIfAbsent(ChannelId id, Initializer... initializers) {
        RegisteredChannel known = get(id.getId());
        if (known != null) {
            return new MarkedReference<>(known, false);
        }
        RegisteredChannel parent = parentFor(id);
        RegisteredChannel candidate = new RegisteredChannel(id, parent, host);
        RegisteredChannel winner = channels.putIfAbsent(id.getId(), candidate);
        if (winner != null) {
            leave(parent);
            boolean usable = !winner.whenConfigured().isRefused();
            return usable ? new MarkedReference<>(winner, false) : createIfAbsent(id, initializers);
        }
        configure(candidate, initializers);
        UserCode.tell(listeners, ChannelListener.class, listener -> listener.channelAdded(candidate));
        return new MarkedReference<>(candidate, true);
    }

    /** Forgets a channel; {@code false}: it has been forgotten before. */
    public boolean remove(RegisteredChannel channel) {
        return channel.children().end() && forget(channel);
    }

    /** Forgets a channel unless there are others below it; {@code false}: it was not to be forgotten. */
    boolean removeChildless(RegisteredChannel channel) {
        return channel.children().endIfEmpty() && forget(channel);
    }

    /** Whether a channel has been removed, or is about to be; it cannot be found any more then. */
    boolean isGone(RegisteredChannel channel) {
        boolean gone = channel.children().hasEnded();
        if (gone) {
            channels.remove(channel.getId(), channel);
        }
        return gone;
    }

    /** The channels at this moment. */
    public List<RegisteredChannel> all() {
        return new ArrayList<>(channels.values());
    }

    private boolean forget(RegisteredChannel channel) {
        channels.remove(channel.getId(), channel);
        leave(channel.parent());
        UserCode.tell(listeners, ChannelListener.class, listener -> listener.channelRemoved(channel.getId()));
        return true;
    }

    /** The channel above, where one more is counted already. */
    private @Nullable RegisteredChannel parentFor(ChannelId id) {
        String name = id.getParent();
        if (name == null) {
            return null;
        }
        ChannelId above = new ChannelId(name);
        RegisteredChannel parent = createIfAbsent(above).getReference();
        while (!parent.children().add()) {
            // It is on its way out: whoever removes it may be slower than we are.
            channels.remove(name, parent);
            parent = createIfAbsent(above).getReference();
        }
        return parent;
    }

    private static void leave(@Nullable RegisteredChannel parent) {
        if (parent != null) {
            parent.children().remove();
        }
    }

    /** A channel that could not be configured must not be used: it might lack an authorizer. */
    private void configure(RegisteredChannel channel, Initializer... initializers) {
        boolean done = false;
        try {
            UserCode.tell(listeners, ChannelListener.class, listener -> listener.configureChannel(channel));
            for (Initializer initializer : initializers) {
                initializer.configureChannel(channel);
            }
            done = true;
        } finally {
            if (done) {
                channel.configured();
            } else {
                channel.children().end();
                channels.remove(channel.getId(), channel);
                leave(channel.parent());
                channel.refuse();
            }
        }
    }
}
