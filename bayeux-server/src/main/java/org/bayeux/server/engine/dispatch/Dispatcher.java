package org.bayeux.server.engine.dispatch;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.Channel;
import org.bayeux.api.ChannelId;
import org.bayeux.api.Message;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.engine.extension.ExtensionChain;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.message.Messages;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.engine.watch.Story;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * Takes one received message through the extensions to the handler of its channel (manual 6.3.4, steps 1 to 3).
 *
 * <p>Thread-safe; holds no state of its own.
 */
final class Dispatcher {

    private final Messages messages;
    private final Grammar grammar;
    private final ExtensionChain extensions;
    private final Map<String, Handler> metaHandlers;
    private final Handler publish;
    private final Story story;

    Dispatcher(
            Messages messages,
            Grammar grammar,
            ExtensionChain extensions,
            Map<String, Handler> metaHandlers,
            Handler publish,
            Story story) {
        this.messages = messages;
        this.grammar = grammar;
        this.extensions = extensions;
        this.metaHandlers = Map.copyOf(metaHandlers);
        this.publish = publish;
        this.story = story;
    }

    /** Makes the request of a message, whatever is wrong with it. */
    Request request(Exchange exchange, BayeuxMessage message) {
        ChannelId channel = message.hasChannel() ? grammar.parse(message.getChannel()) : null;
        if (channel != null) {
            // Without the slash that may end it: clients look for their listeners by the name without.
            message.setChannelId(channel);
        }
        BayeuxMessage reply = messages.replyTo(message);
        boolean handshake = channel != null && channel.getId().equals(Channel.META_HANDSHAKE);
        SessionHandle sender = handshake ? exchange.newSession() : exchange.sessionOf(message);
        tellArrival(message, sender);
        return new Request(exchange, message, reply, channel, sender);
    }

    private void tellArrival(BayeuxMessage message, @Nullable SessionHandle sender) {
        if (story.isOn()) {
            ServerTransport transport = message.getServerTransport();
            story.tell(
                    sender,
                    Story.nameOf(message) + " has come over " + (transport == null ? "nothing" : transport.getName())
                            + ", " + message.getJSON().length() + " characters");
        }
    }

    /** The reply to a message that cannot be processed because of a bug. */
    BayeuxMessage failure(BayeuxMessage message) {
        BayeuxMessage reply = messages.replyTo(message);
        reply.setSuccessful(false);
        reply.put(Message.ERROR_FIELD, BayeuxError.INTERNAL);
        reply.freeze();
        return reply;
    }

    CompletionStage<Outcome> dispatch(Request request) {
        BayeuxMessage message = request.message();
        String error = errorIn(request);
        if (error != null) {
            return request.reject(error).now();
        }
        SessionHandle sender = request.sender();
        if (!extensions.incoming(sender, message) || (sender != null && !sender.incoming(message))) {
            return request.drop().now();
        }
        if (story.isOn()) {
            story.tell(sender, Story.nameOf(message) + " has passed the extensions");
        }
        return handlerFor(request).handle(request);
    }

    private @Nullable String errorIn(Request request) {
        if (!request.message().hasChannel()) {
            return BayeuxError.CHANNEL_MISSING;
        }
        return request.channelOrNull() == null ? BayeuxError.CHANNEL_INVALID : grammar.errorIn(request.message());
    }

    private Handler handlerFor(Request request) {
        ChannelId channel = request.channel();
        if (!channel.isMeta()) {
            // Who had a session, here or on another node, is to learn at once that it needs a new one.
            boolean had = request.sender() == null && request.message().getClientId() != null;
            return had ? Dispatcher::refuseUnknown : publish;
        }
        Handler handler = metaHandlers.get(channel.getId());
        if (handler == null) {
            return unknown -> unknown.reject(BayeuxError.META_UNKNOWN).now();
        }
        return request.sender() == null ? Dispatcher::refuseUnknown : handler;
    }

    private static CompletionStage<Outcome> refuseUnknown(Request request) {
        return request.refuseUnknown().now();
    }
}
