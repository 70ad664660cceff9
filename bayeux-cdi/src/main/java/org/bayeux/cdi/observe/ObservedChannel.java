package org.bayeux.cdi.observe;

import java.util.List;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * Shows each message to all observers that want it, in their order: those of this channel or pattern and those of the
 * wider patterns around it. Where a closer one listens too, that one has done it.
 *
 * <p>Immutable.
 *
 * @param closer channels and patterns that match a part of what this one does
 * @param now the observers that are called with the message, in order
 * @param later the observers that are called with a copy of it, once all others agreed
 */
record ObservedChannel(List<ChannelId> closer, List<BoundObserver> now, List<BoundObserver> later)
        implements ServerChannel.MessageListener {

    @Override
    public boolean onMessage(@Nullable ServerSession from, ServerChannel channel, ServerMessage.Mutable message) {
        if (isLeftToCloser(channel.getChannelId()) || !(message instanceof BayeuxMessage received)) {
            return true;
        }
        for (BoundObserver observer : now) {
            String error = observer.show(from, channel, received);
            if (error != null) {
                Refusal.tell(message, error);
                return false;
            }
        }
        for (BoundObserver observer : later) {
            observer.showLater(from, channel, received);
        }
        return true;
    }

    private boolean isLeftToCloser(ChannelId channel) {
        for (ChannelId id : closer) {
            if (id.matches(channel)) {
                return true;
            }
        }
        return false;
    }
}
