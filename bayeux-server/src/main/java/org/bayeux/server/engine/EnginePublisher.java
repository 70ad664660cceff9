package org.bayeux.server.engine;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.spi.Publisher;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** Publishes as the server itself. Thread-safe; holds no state of its own. */
final class EnginePublisher implements Publisher {

    private final Engine engine;

    EnginePublisher(Engine engine) {
        this.engine = engine;
    }

    @Override
    public CompletionStage<Published> publish(ChannelId id, @Nullable Object data) {
        RegisteredChannel channel = engine.channels().createIfAbsent(id).getReference();
        BayeuxMessage message = engine.messages().carrying(id.getId(), data);
        message.setChannelId(id);
        // Listeners that refuse a message give their reason to the reply.
        message.setAssociated(engine.messages().newMessage());
        AtomicInteger receivers = new AtomicInteger();
        return engine.broadcaster()
                .publish(null, channel, message, receivers)
                .thenApply(verdict -> new Published(receivers.get(), verdict.error()));
    }

    @Override
    public boolean deliver(ServerSession session, ChannelId channel, @Nullable Object data) {
        return session instanceof SessionHandle handle
                && handle.offer(null, engine.messages().carrying(channel.getId(), data));
    }
}
