package org.bayeux.server.engine;

import java.util.Comparator;
import java.util.Set;
import org.bayeux.api.Session;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.engine.channel.ChannelHost;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.engine.session.Senders;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.OneLine;
import org.jspecify.annotations.Nullable;

/** What applications do with a channel object. Thread-safe; holds no state of its own. */
final class ChannelOperations implements ChannelHost {

    private final Engine engine;

    ChannelOperations(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void publish(@Nullable Session from, RegisteredChannel channel, ServerMessage.Mutable message) {
        if (channel.isWild()) {
            throw new IllegalStateException(
                    "cannot publish to the pattern " + OneLine.of(channel) + ", legal are channels without wildcard");
        }
        BayeuxMessage outgoing = engine.messages().outgoing(message);
        if (outgoing.isFrozen()) {
            outgoing = outgoing.copy();
        }
        outgoing.setChannelId(channel.getChannelId());
        BayeuxMessage published = outgoing;
        ServerSession sender = Senders.of(from);
        if (sender == null || sender == engine.current().get()) {
            engine.broadcaster().publish(sender, channel, published);
        } else {
            engine.current().run(sender, () -> engine.broadcaster().publish(sender, channel, published));
        }
    }

    @Override
    public void publish(@Nullable Session from, RegisteredChannel channel, @Nullable Object data) {
        publish(from, channel, engine.messages().carrying(channel.getId(), data));
    }

    @Override
    public boolean subscribe(ServerSession session, RegisteredChannel channel) {
        return session instanceof SessionHandle handle
                && handle.isHandshook()
                && !channel.isMeta()
                && (channel.isService() || engine.subscriptions().subscribe(handle, channel, null));
    }

    @Override
    public boolean unsubscribe(ServerSession session, RegisteredChannel channel) {
        if (channel.isMeta() || !(session instanceof SessionHandle handle) || !handle.isHandshook()) {
            return false;
        }
        engine.subscriptions().unsubscribe(handle, channel, null);
        return true;
    }

    @Override
    public Set<ServerSession> subscribersOf(RegisteredChannel channel) {
        return Set.copyOf(engine.index().of(channel.getId()));
    }

    @Override
    public RegisteredChannel successorOf(RegisteredChannel swept) {
        return engine.channels().createIfAbsent(swept.getChannelId()).getReference();
    }

    @Override
    public void listened(RegisteredChannel channel) {
        engine.cluster().demandChanged(channel.getChannelId());
    }

    @Override
    public void remove(RegisteredChannel channel) {
        String below = channel.getId() + "/";
        engine.channels().all().stream()
                .filter(other -> other.getId().startsWith(below))
                .sorted(Comparator.comparingInt((RegisteredChannel other) ->
                                other.getChannelId().depth())
                        .reversed())
                .forEach(this::removeOne);
        removeOne(channel);
    }

    private void removeOne(RegisteredChannel channel) {
        if (engine.channels().remove(channel)) {
            engine.subscriptions().endAll(channel);
        }
    }
}
