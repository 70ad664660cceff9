package org.bayeux.server.engine.publish;

import java.util.concurrent.CompletionStage;
import org.bayeux.api.Message;
import org.bayeux.api.server.ConfigurableServerChannel.ServerChannelListener;
import org.bayeux.api.server.ServerChannel.AsyncMessageListener;
import org.bayeux.api.server.ServerChannel.MessageListener;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.engine.access.Verdict;
import org.bayeux.server.engine.channel.ChannelRegistry;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.engine.context.CurrentRequest;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.watch.Journey;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * Asks the message listeners of a channel and of the patterns that match it, until one says no (manual 6.3.4, step 4). A
 * listener that fails has no say.
 *
 * <p>Immutable; one serves all messages.
 */
public final class ListenerPass {

    private final ChannelRegistry channels;
    private final CurrentRequest current;

    /** Makes a pass over listeners in this registry. */
    public ListenerPass(ChannelRegistry channels, CurrentRequest current) {
        this.channels = channels;
        this.current = current;
    }

    /** Whether anybody hears what is published on this channel. */
    boolean isAnyFor(RegisteredChannel channel) {
        if (channel.isHeard()) {
            return true;
        }
        for (String pattern : channel.getChannelId().getWilds()) {
            RegisteredChannel wild = channels.getConfigured(pattern);
            if (wild != null && wild.isHeard()) {
                return true;
            }
        }
        return false;
    }

    /** Asks them all, one after another; those after an asynchronous one wait for its answer. */
    public CompletionStage<Verdict> ask(
            @Nullable ServerSession from, RegisteredChannel channel, BayeuxMessage message) {
        CompletionStage<Verdict> verdict = askThoseOf(channel, from, channel, message);
        for (String pattern : channel.getChannelId().getWilds()) {
            RegisteredChannel wild = channels.getConfigured(pattern);
            if (wild != null) {
                verdict = Verdict.then(verdict, () -> askThoseOf(wild, from, channel, message));
            }
        }
        return verdict;
    }

    private CompletionStage<Verdict> askThoseOf(
            RegisteredChannel owner, @Nullable ServerSession from, RegisteredChannel channel, BayeuxMessage message) {
        CompletionStage<Verdict> verdict = Verdict.granted();
        for (ServerChannelListener listener : owner.listeners()) {
            if (listener instanceof AsyncMessageListener async) {
                verdict = Verdict.then(verdict, () -> later(async, from, channel, message));
            } else if (listener instanceof MessageListener plain) {
                verdict = Verdict.then(
                        verdict,
                        () -> UserCode.ask(plain, true, () -> plain.onMessage(from, channel, message))
                                ? Verdict.granted()
                                : Verdict.refused(errorFor(message)));
            }
        }
        return verdict;
    }

    private CompletionStage<Verdict> later(
            AsyncMessageListener listener,
            @Nullable ServerSession from,
            RegisteredChannel channel,
            BayeuxMessage message) {
        try {
            return Verdict.of(
                            Journey.on(message, current.here()),
                            listener.onMessageAsync(from, channel, message),
                            listener,
                            Verdict.GRANTED,
                            BayeuxError.MESSAGE_DELETED)
                    .thenApply(it -> it.isGranted() ? it : new Verdict(errorFor(message), false));
        } catch (Throwable e) {
            UserCode.failedLater(listener, e);
            return Verdict.granted();
        }
    }

    /** The reason that a listener has put into the reply, if any. */
    private static String errorFor(BayeuxMessage message) {
        ServerMessage.Mutable reply = message.getAssociated();
        return reply != null && reply.get(Message.ERROR_FIELD) instanceof String why
                ? why
                : BayeuxError.MESSAGE_DELETED;
    }
}
