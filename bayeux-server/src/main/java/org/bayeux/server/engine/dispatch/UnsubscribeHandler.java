package org.bayeux.server.engine.dispatch;

import java.util.concurrent.CompletionStage;
import org.bayeux.api.Channel;
import org.bayeux.api.ChannelId;
import org.bayeux.server.engine.channel.ChannelRegistry;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.engine.channel.Subscriptions;

/** {@code /meta/unsubscribe} (appendix C, 4.4). What was not subscribed needs no ending, so that succeeds too. */
final class UnsubscribeHandler implements Handler {

    private final Grammar grammar;
    private final ChannelRegistry channels;
    private final Subscriptions subscriptions;
    private final MetaListeners listeners;

    UnsubscribeHandler(
            Grammar grammar, ChannelRegistry channels, Subscriptions subscriptions, MetaListeners listeners) {
        this.grammar = grammar;
        this.channels = channels;
        this.subscriptions = subscriptions;
        this.listeners = listeners;
    }

    @Override
    public CompletionStage<Outcome> handle(Request request) {
        SubscriptionField.echo(request.message(), request.reply());
        SubscriptionField field = SubscriptionField.of(request.message(), grammar);
        if (field.error() != null) {
            return request.refuse(field.error()).now();
        }
        return Outcome.after(
                listeners.ask(Channel.META_UNSUBSCRIBE, request.session(), request.message()), request, () -> {
                    field.channels().forEach(id -> unsubscribe(request, id));
                    return request.succeed();
                });
    }

    private void unsubscribe(Request request, ChannelId id) {
        RegisteredChannel channel = channels.get(id.getId());
        if (channel != null) {
            subscriptions.unsubscribe(request.session(), channel, request.message());
        }
    }
}
