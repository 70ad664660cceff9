package org.bayeux.server.engine.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.api.ChannelId;
import org.bayeux.api.MarkedReference;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.BayeuxServer.ChannelListener;
import org.bayeux.api.server.ConfigurableServerChannel.Initializer;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.server.engine.channel.ClientChannels.Slots;
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
    private final ConcurrentHashMap<Thread, Configuration> awaited = new ConcurrentHashMap<>();
    private final Iterable<BayeuxServer.BayeuxServerListener> listeners;
    private final ChannelHost host;
    private final ClientChannels clientChannels;

    /**
     * Makes an empty registry.
     *
     * @param listeners who wants to know of channels; read at each event
     * @param clientChannels counts the channels that clients make
     */
    public ChannelRegistry(
            ChannelHost host, Iterable<BayeuxServer.BayeuxServerListener> listeners, ClientChannels clientChannels) {
        this.clientChannels = clientChannels;
        this.host = host;
        this.listeners = listeners;
    }

    /** The channel with exactly this id, or {@code null}. Waits for its initializers: there may be authorizers to come. */
    public @Nullable RegisteredChannel get(String id) {
        RegisteredChannel channel = channels.get(id);
        if (channel == null) {
            return null;
        }
        channel.configuration().await();
        return channel.configuration().isRefused() ? null : channel;
    }

    /** The same where authorizers do not matter: a channel that is just being configured is none yet. */
    public @Nullable RegisteredChannel getConfigured(String id) {
        RegisteredChannel channel = channels.get(id);
        return channel != null && channel.configuration().isUsable() ? channel : null;
    }

    /**
     * What becomes of a message on this channel where there is no room for it: what the closest of the channel and its
     * patterns says; {@code null} if none does, or the application has delivered a message on what is no channel.
     */
    public @Nullable QueuePolicy queuePolicy(String id) {
        RegisteredChannel own = getConfigured(id);
        QueuePolicy policy = own == null ? null : own.getQueuePolicy();
        for (String pattern : own == null ? patternsFor(id) : own.getChannelId().getWilds()) {
            RegisteredChannel wild = policy == null ? getConfigured(pattern) : null;
            policy = wild == null ? policy : wild.getQueuePolicy();
        }
        return policy;
    }

    private static List<String> patternsFor(String id) {
        try {
            return new ChannelId(id).getWilds();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /**
     * The channel with this id, and whether this call made it; only then the initializers have run. What one of them or a
     * listener that configures throws comes back, and there is no channel. The sweeper counts anew from here.
     */
    public MarkedReference<RegisteredChannel> createIfAbsent(ChannelId id, Initializer... initializers) {
        return create(id, null, initializers);
    }

    /** The channel with this id, made if need be for a client; {@code null}: clients have made too many. */
    public @Nullable RegisteredChannel createForClient(ChannelId id) {
        int missing = 0;
        for (String name = id.getId(); name != null && !channels.containsKey(name); name = parentOf(name)) {
            missing++;
        }
        if (clientChannels.reserve(missing)) {
            return create(id, clientChannels.slots(missing));
        }
        // Another client may have taken the last room for this very channel.
        return get(id.getId());
    }

    /** How many channels exist because clients made them. */
    public int clientChannels() {
        return clientChannels.count();
    }

    /** The channel of the same name as one that may have been removed meanwhile. */
    RegisteredChannel again(RegisteredChannel given) {
        return given.isOfClient()
                ? create(given.getChannelId(), clientChannels.slots(0))
                : createIfAbsent(given.getChannelId()).getReference();
    }

    private RegisteredChannel create(ChannelId id, Slots slots) {
        try {
            return create(id, slots, new Initializer[0]).getReference();
        } finally {
            slots.giveBack();
        }
    }

    private MarkedReference<RegisteredChannel> create(
            ChannelId id, @Nullable Slots slots, Initializer... initializers) {
        while (true) {
            RegisteredChannel known = get(id.getId());
            if (known != null && isUsed(known)) {
                return new MarkedReference<>(known, false);
            }
            RegisteredChannel made =
                    new RegisteredChannel(id, parentFor(id, slots), host, new Configuration(awaited), slots != null);
            if (channels.putIfAbsent(id.getId(), made) == null) {
                if (slots != null) {
                    slots.use();
                }
                configure(made, initializers);
                UserCode.tell(listeners, ChannelListener.class, listener -> listener.channelAdded(made));
                return new MarkedReference<>(made, true);
            }
            leave(made.parent());
        }
    }

    /** Forgets a channel; {@code false}: it has been forgotten before. */
    public boolean remove(RegisteredChannel channel) {
        return channel.occupancy().end() && forget(channel);
    }

    /** Forgets a channel unless there are others below it, or it was used meanwhile; {@code false}: it was not forgotten. */
    boolean removeUnused(RegisteredChannel channel) {
        return channel.occupancy().endIfUnused() && forget(channel);
    }

    /**
     * Notes that a channel is used.
     *
     * @return {@code false}: it has been removed, or is about to be, and cannot be found any more
     */
    boolean isUsed(RegisteredChannel channel) {
        boolean used = channel.occupancy().use();
        if (!used) {
            channels.remove(channel.getId(), channel);
        }
        return used;
    }

    /** How many there are. */
    public int count() {
        return channels.size();
    }

    /** The channels at this moment. */
    public List<RegisteredChannel> all() {
        return new ArrayList<>(channels.values());
    }

    private boolean forget(RegisteredChannel channel) {
        discount(channel);
        channels.remove(channel.getId(), channel);
        leave(channel.parent());
        if (channel.isHeard()) {
            host.listened(channel);
        }
        UserCode.tell(listeners, ChannelListener.class, listener -> listener.channelRemoved(channel.getId()));
        return true;
    }

    /** The channel above, where one more is counted already. */
    private @Nullable RegisteredChannel parentFor(ChannelId id, @Nullable Slots slots) {
        String name = id.getParent();
        if (name == null) {
            return null;
        }
        ChannelId above = new ChannelId(name);
        RegisteredChannel parent = create(above, slots, new Initializer[0]).getReference();
        while (!parent.occupancy().add()) {
            // It is on its way out: whoever removes it may be slower than we are.
            channels.remove(name, parent);
            parent = create(above, slots, new Initializer[0]).getReference();
        }
        return parent;
    }

    private void discount(RegisteredChannel channel) {
        if (channel.isOfClient()) {
            clientChannels.removed();
        }
    }

    private static @Nullable String parentOf(String name) {
        int slash = name.lastIndexOf('/');
        return slash <= 0 ? null : name.substring(0, slash);
    }

    private static void leave(@Nullable RegisteredChannel parent) {
        if (parent != null) {
            parent.occupancy().remove();
        }
    }

    /** A channel that could not be configured must not be used: it might lack an authorizer. */
    private void configure(RegisteredChannel channel, Initializer... initializers) {
        boolean done = false;
        try {
            for (Object listener : listeners) {
                if (listener instanceof ChannelListener configuring) {
                    configuring.configureChannel(channel);
                }
            }
            for (Initializer initializer : initializers) {
                initializer.configureChannel(channel);
            }
            done = true;
        } finally {
            if (done) {
                channel.configuration().succeed();
            } else {
                if (channel.occupancy().end()) {
                    discount(channel);
                }
                channels.remove(channel.getId(), channel);
                leave(channel.parent());
                channel.configuration().refuse();
            }
        }
    }
}
