package org.bayeux.server.engine.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.Channel;
import org.bayeux.api.ChannelId;
import org.bayeux.server.engine.access.AccessGate;
import org.bayeux.server.engine.access.Verdict;
import org.bayeux.server.engine.channel.ChannelRegistry;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.engine.channel.Subscriptions;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.session.SessionHandle;

/** {@code /meta/subscribe}: all that it names or, if one is refused, nothing (appendix C, 4.3). */
final class SubscribeHandler implements Handler {

    private final Grammar grammar;
    private final AccessGate gate;
    private final ChannelRegistry channels;
    private final NewChannels newChannels;
    private final int maxSubscriptions;
    private final Subscriptions subscriptions;
    private final MetaListeners listeners;

    SubscribeHandler(
            Grammar grammar,
            AccessGate gate,
            ChannelRegistry channels,
            NewChannels newChannels,
            Subscriptions subscriptions,
            MetaListeners listeners,
            int maxSubscriptions) {
        this.maxSubscriptions = maxSubscriptions;
        this.grammar = grammar;
        this.gate = gate;
        this.channels = channels;
        this.newChannels = newChannels;
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
        List<RegisteredChannel> allowed = new ArrayList<>(field.channels().size());
        CompletionStage<Verdict> verdict = Verdict.granted();
        for (ChannelId channel : field.channels()) {
            verdict = Verdict.then(verdict, () -> check(request, channel, allowed));
        }
        verdict = Verdict.then(
                verdict, () -> listeners.ask(Channel.META_SUBSCRIBE, request.session(), request.message()));
        return Outcome.afterThat(verdict, request, () -> subscribe(request, allowed));
    }

    private CompletionStage<Verdict> check(Request request, ChannelId id, List<RegisteredChannel> allowed) {
        if (id.isMeta()) {
            return Verdict.refused(BayeuxError.SUBSCRIBE_META);
        }
        if (id.isService()) {
            return Verdict.granted();
        }
        RegisteredChannel known = channels.get(id.getId());
        if (known != null) {
            return checkKnown(request, known, allowed);
        }
        return newChannels.create(request.session(), id, request.message(), made -> checkKnown(request, made, allowed));
    }

    private CompletionStage<Verdict> checkKnown(
            Request request, RegisteredChannel channel, List<RegisteredChannel> allowed) {
        return Verdict.then(gate.canSubscribe(request.session(), channel, request.message()), () -> {
            allowed.add(channel);
            return Verdict.granted();
        });
    }

    private CompletionStage<Outcome> subscribe(Request request, List<RegisteredChannel> allowed) {
        SessionHandle session = request.session();
        int most = session.isLocalSession() ? -1 : maxSubscriptions;
        if (!session.memberships().reserve(allowed, most)) {
            return request.refuse(BayeuxError.TOO_MANY_SUBSCRIPTIONS).now();
        }
        try {
            return subscribeAll(request, session, allowed);
        } finally {
            session.memberships().release(allowed);
        }
    }

    private CompletionStage<Outcome> subscribeAll(
            Request request, SessionHandle session, List<RegisteredChannel> allowed) {
        for (RegisteredChannel channel : allowed) {
            if (!subscriptions.subscribe(session, channel, request.message())) {
                return request.refuseUnknown().now();
            }
        }
        CompletionStage<?> known = subscriptions.known(allowed);
        return known.toCompletableFuture().isDone()
                ? request.succeed().now()
                : known.thenApply(told -> session.isHandshook() ? request.succeed() : request.refuseUnknown());
    }
}
