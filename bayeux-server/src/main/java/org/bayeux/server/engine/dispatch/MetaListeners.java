package org.bayeux.server.engine.dispatch;

import java.util.concurrent.CompletionStage;
import org.bayeux.server.engine.access.Verdict;
import org.bayeux.server.engine.channel.ChannelRegistry;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.engine.publish.Broadcaster;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.wire.BayeuxMessage;

/** Lets the application's listeners on a meta channel hear a message before the server acts on it. */
final class MetaListeners {

    private final ChannelRegistry channels;
    private final Broadcaster broadcaster;

    MetaListeners(ChannelRegistry channels, Broadcaster broadcaster) {
        this.channels = channels;
        this.broadcaster = broadcaster;
    }

    CompletionStage<Verdict> ask(String metaChannel, SessionHandle session, BayeuxMessage message) {
        RegisteredChannel channel = channels.get(metaChannel);
        return channel == null ? Verdict.granted() : broadcaster.notifyListeners(session, channel, message);
    }
}
