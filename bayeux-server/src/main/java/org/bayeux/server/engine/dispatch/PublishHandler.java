package org.bayeux.server.engine.dispatch;

import java.util.concurrent.CompletionStage;
import org.bayeux.api.ChannelId;
import org.bayeux.server.engine.access.AccessGate;
import org.bayeux.server.engine.access.Verdict;
import org.bayeux.server.engine.channel.ChannelRegistry;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.publish.Broadcaster;
import org.bayeux.server.engine.session.SessionHandle;

/** Messages on service and broadcast channels (appendix C, 5). The policy decides whether a sender needs a session. */
final class PublishHandler implements Handler {

    private final AccessGate gate;
    private final ChannelRegistry channels;
    private final NewChannels newChannels;
    private final Broadcaster broadcaster;

    PublishHandler(AccessGate gate, ChannelRegistry channels, NewChannels newChannels, Broadcaster broadcaster) {
        this.gate = gate;
        this.channels = channels;
        this.newChannels = newChannels;
        this.broadcaster = broadcaster;
    }

    @Override
    public CompletionStage<Outcome> handle(Request request) {
        ChannelId id = request.channel();
        if (id.isWild() || id.isTemplate()) {
            return request.refuse(BayeuxError.CHANNEL_INVALID).now();
        }
        // A policy may let strangers publish; it sees them as a session that has not shaken hands.
        SessionHandle sender = request.sender();
        SessionHandle asking = sender == null ? request.exchange().stranger() : sender;
        RegisteredChannel known = channels.get(id.getId());
        CompletionStage<Verdict> verdict = known != null
                ? publish(request, asking, known)
                : newChannels.create(asking, id, request.message(), made -> publish(request, asking, made));
        return Outcome.after(verdict, request, request::succeed);
    }

    private CompletionStage<Verdict> publish(Request request, SessionHandle asking, RegisteredChannel channel) {
        return Verdict.then(
                gate.canPublish(asking, channel, request.message()),
                () -> broadcaster.publish(
                        request.sender(),
                        channel,
                        request.message(),
                        request.exchange().together()));
    }
}
