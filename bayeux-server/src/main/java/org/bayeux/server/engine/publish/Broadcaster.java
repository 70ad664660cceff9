package org.bayeux.server.engine.publish;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.engine.access.Verdict;
import org.bayeux.server.engine.channel.ChannelRegistry;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.engine.channel.SubscriptionIndex;
import org.bayeux.server.engine.cluster.ClusterGate;
import org.bayeux.server.engine.context.CurrentRequest;
import org.bayeux.server.engine.extension.ExtensionChain;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.engine.watch.Journey;
import org.bayeux.server.engine.watch.Story;
import org.bayeux.server.engine.watch.Watch;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message that may be published to the listeners of its channel and, on a broadcast channel, to each subscriber
 * once (manual 6.3.4, steps 4 to 7). It is frozen and encoded a single time, however many receive it.
 *
 * <p>Thread-safe; holds no state of its own.
 */
public final class Broadcaster {

    private final ChannelRegistry channels;
    private final SubscriptionIndex index;
    private final ExtensionChain extensions;
    private final ListenerPass listeners;
    private final ClusterGate cluster;
    private final FlushPace pace;
    private final boolean broadcastToPublisher;
    private final Watch watch;

    /**
     * Makes a broadcaster.
     *
     * @param cluster hears of what is published here
     * @param current what asynchronous listeners are called for, and those behind them
     * @param pace says what had better leave together
     * @param broadcastToPublisher whether a subscribed publisher receives its own messages
     * @param watch hears what happens
     */
    public Broadcaster(
            ChannelRegistry channels,
            SubscriptionIndex index,
            ExtensionChain extensions,
            ClusterGate cluster,
            CurrentRequest current,
            FlushPace pace,
            boolean broadcastToPublisher,
            Watch watch) {
        this.channels = channels;
        this.index = index;
        this.extensions = extensions;
        this.cluster = cluster;
        this.listeners = new ListenerPass(channels, current);
        this.pace = pace;
        this.broadcastToPublisher = broadcastToPublisher;
        this.watch = watch;
    }

    /** Makes what lets messages leave together that came together. */
    public GatheredFlush gatheredFlush() {
        return new GatheredFlush(pace);
    }

    /**
     * Publishes a message.
     *
     * @return what the listeners said; if they refused, nobody received it
     */
    public CompletionStage<Verdict> publish(
            @Nullable ServerSession from, RegisteredChannel channel, BayeuxMessage message) {
        return followed(from, channel, message, new Manner(null, null, false));
    }

    /**
     * Publishes one of the messages that came together.
     *
     * @param together lets what they bring leave together
     * @return as for {@link #publish(ServerSession, RegisteredChannel, BayeuxMessage)}
     */
    public CompletionStage<Verdict> publish(
            @Nullable ServerSession from, RegisteredChannel channel, BayeuxMessage message, GatheredFlush together) {
        return followed(from, channel, message, new Manner(null, together, false));
    }

    /**
     * Publishes a message.
     *
     * @param receivers counts for how many sessions it waits then; {@code null}: nobody wants to know
     * @return as for {@link #publish(ServerSession, RegisteredChannel, BayeuxMessage)}
     */
    public CompletionStage<Verdict> publish(
            @Nullable ServerSession from,
            RegisteredChannel channel,
            BayeuxMessage message,
            @Nullable AtomicInteger receivers) {
        return followed(from, channel, message, new Manner(receivers, null, false));
    }

    /** Publishes a message that was published on another server of the cluster, which therefore hears nothing of it. */
    public CompletionStage<Verdict> relay(RegisteredChannel channel, BayeuxMessage message) {
        return followed(null, channel, message, new Manner(null, null, true));
    }

    private CompletionStage<Verdict> followed(
            @Nullable ServerSession from, RegisteredChannel channel, BayeuxMessage message, Manner manner) {
        message.setClientId(null);
        Journey journey = watch.journeys().begin(from, null, message);
        return journey == null
                ? toAll(from, channel, message, manner)
                : journey.follow(() -> toAll(from, channel, message, manner));
    }

    private CompletionStage<Verdict> toAll(
            @Nullable ServerSession from, RegisteredChannel channel, BayeuxMessage message, Manner manner) {
        GatheredFlush together = manner.together();
        boolean quiet = together != null && !listeners.isAnyFor(channel);
        if (together != null && !quiet) {
            // They may take their time.
            together.flush();
        }
        CompletionStage<Verdict> verdict = notifyListeners(from, channel, message);
        return channel.isBroadcast()
                ? Verdict.then(verdict, () -> fanOut(from, channel, message, quiet ? manner : manner.atOnce()))
                : verdict;
    }

    /** The listeners alone, for messages that end in the server. */
    public CompletionStage<Verdict> notifyListeners(
            @Nullable ServerSession from, RegisteredChannel channel, BayeuxMessage message) {
        CompletionStage<Verdict> verdict = listeners.ask(from, channel, message);
        if (!watch.story().isOn()) {
            return verdict;
        }
        return verdict.thenApply(it -> {
            watch.story().tell(from, Story.nameOf(message) + ": listeners say " + it.told());
            return it;
        });
    }

    private CompletionStage<Verdict> fanOut(
            @Nullable ServerSession from, RegisteredChannel channel, BayeuxMessage message, Manner manner) {
        message.stripToPublication();
        // Clients find what they wait for by the id, so that of one client must not reach others.
        message.setId(null);
        Duration lazyFor = lazyFor(channel, message);
        if (extensions.outgoing(from, null, message)) {
            message.freeze();
            if (!manner.relayed()) {
                watch.figures().published();
                cluster.published(channel.getChannelId(), message);
            }
            tellReceivers(from, channel, message);
            toSubscribers(from, channel, message, lazyFor, manner);
        }
        return Verdict.granted();
    }

    private void toSubscribers(
            @Nullable ServerSession from,
            RegisteredChannel channel,
            BayeuxMessage message,
            @Nullable Duration lazyFor,
            Manner manner) {
        Consumer<SessionHandle> holding = holding(manner.together());
        AtomicInteger receivers = manner.receivers();
        int subscribers = index.forEachSubscriber(channel.getChannelId(), subscriber -> {
            if (subscriber == from) {
                if (!broadcastToPublisher) {
                    return;
                }
                // It expects the message before the reply.
                subscriber.session().endGathering();
            } else if (holding != null && !subscriber.isLocalSession()) {
                holding.accept(subscriber);
            }
            if (subscriber.receive(from, message, lazyFor) && receivers != null) {
                receivers.incrementAndGet();
            }
        });
        if (holding == null) {
            pace.leaves(subscribers);
        }
    }

    /** What keeps a receiver's messages together; {@code null}: nothing. */
    private @Nullable Consumer<SessionHandle> holding(@Nullable GatheredFlush together) {
        if (pace.isCrowded()) {
            return pace::hold;
        }
        return together != null && together.isOwner() ? together::hold : null;
    }

    private void tellReceivers(@Nullable ServerSession from, RegisteredChannel channel, BayeuxMessage message) {
        Story story = watch.story();
        if (story.isOn()) {
            LongAdder receivers = new LongAdder();
            index.forEachSubscriber(channel.getChannelId(), it -> receivers.increment());
            story.tell(from, Story.nameOf(message) + " goes to " + receivers + " subscribers");
        }
    }

    /** What the channel says of itself; a lazy message of which it says nothing waits as long as its receiver's transport says. */
    private @Nullable Duration lazyFor(RegisteredChannel channel, BayeuxMessage message) {
        RegisteredChannel lazy = channel.isLazy() ? channel : null;
        for (String pattern : channel.getChannelId().getWilds()) {
            RegisteredChannel wild = lazy == null ? channels.getConfigured(pattern) : null;
            lazy = wild != null && wild.isLazy() ? wild : lazy;
        }
        if (lazy == null && !message.isLazy()) {
            return null;
        }
        message.setLazy(true);
        long own = lazy == null ? -1 : lazy.getLazyTimeout();
        return own > 0 ? Duration.ofMillis(own) : null;
    }

    /**
     * How a message is published.
     *
     * @param receivers counts for how many sessions it waits then; {@code null}: nobody wants to know
     * @param together lets it leave with others; {@code null}: it leaves at once
     * @param relayed whether it was published on another server
     */
    private record Manner(
            @Nullable AtomicInteger receivers, @Nullable GatheredFlush together, boolean relayed) {

        Manner atOnce() {
            return together == null ? this : new Manner(receivers, null, relayed);
        }
    }
}
