package org.bayeux.server.engine.publish;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.engine.access.Verdict;
import org.bayeux.server.engine.channel.ChannelRegistry;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.engine.channel.SubscriptionIndex;
import org.bayeux.server.engine.context.CurrentRequest;
import org.bayeux.server.engine.extension.ExtensionChain;
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
    private final boolean broadcastToPublisher;
    private final Watch watch;

    /**
     * Makes a broadcaster.
     *
     * @param current what asynchronous listeners are called for, and those behind them
     * @param broadcastToPublisher whether a subscribed publisher receives its own messages
     * @param watch hears what happens
     */
    public Broadcaster(
            ChannelRegistry channels,
            SubscriptionIndex index,
            ExtensionChain extensions,
            CurrentRequest current,
            boolean broadcastToPublisher,
            Watch watch) {
        this.channels = channels;
        this.index = index;
        this.extensions = extensions;
        this.listeners = new ListenerPass(channels, current);
        this.broadcastToPublisher = broadcastToPublisher;
        this.watch = watch;
    }

    /**
     * Publishes a message.
     *
     * @return what the listeners said; if they refused, nobody received it
     */
    public CompletionStage<Verdict> publish(
            @Nullable ServerSession from, RegisteredChannel channel, BayeuxMessage message) {
        message.setClientId(null);
        CompletionStage<Verdict> verdict = notifyListeners(from, channel, message);
        return channel.isBroadcast() ? Verdict.then(verdict, () -> fanOut(from, channel, message)) : verdict;
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
            @Nullable ServerSession from, RegisteredChannel channel, BayeuxMessage message) {
        message.stripToPublication();
        // Clients find what they wait for by the id, so that of one client must not reach others.
        message.setId(null);
        Duration lazyFor = lazyFor(channel, message);
        if (extensions.outgoing(from, null, message)) {
            message.freeze();
            watch.figures().published();
            tellReceivers(from, channel, message);
            index.forEachSubscriber(channel.getChannelId(), subscriber -> {
                if (broadcastToPublisher || subscriber != from) {
                    subscriber.receive(from, message, lazyFor);
                }
            });
        }
        return Verdict.granted();
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
}
