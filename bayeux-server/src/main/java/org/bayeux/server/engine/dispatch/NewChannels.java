package org.bayeux.server.engine.dispatch;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.server.engine.access.AccessGate;
import org.bayeux.server.engine.access.Verdict;
import org.bayeux.server.engine.channel.ChannelRegistry;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.session.SessionHandle;

/**
 * Makes the channels that clients name, where the policy allows it and there are not too many.
 *
 * @param gate decides who may make which
 * @param channels of the server
 * @param shortage hears when clients have made too many
 */
record NewChannels(AccessGate gate, ChannelRegistry channels, Shortage shortage) {

    /** Makes a channel that was not found, and goes on with it. */
    CompletionStage<Verdict> create(
            SessionHandle asking,
            ChannelId id,
            ServerMessage message,
            Function<RegisteredChannel, CompletionStage<Verdict>> goOn) {
        return Verdict.then(gate.canCreate(asking, id, message), () -> {
            RegisteredChannel made =
                    asking.isLocalSession() ? channels.createIfAbsent(id).getReference() : channels.createForClient(id);
            if (made == null) {
                shortage.refuses();
                return Verdict.refused(BayeuxError.TOO_MANY_CHANNELS);
            }
            return goOn.apply(made);
        });
    }
}
