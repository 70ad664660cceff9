package org.bayeux.server.service;

import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** Shows the messages of a channel to a method that tells at once whether they go on. Thread-safe. */
final class ListenerCallback implements ServerChannel.MessageListener {

    private final BoundCallback callback;
    private final boolean receiveOwnPublishes;

    ListenerCallback(BoundCallback callback, boolean receiveOwnPublishes) {
        this.callback = callback;
        this.receiveOwnPublishes = receiveOwnPublishes;
    }

    @Override
    public boolean onMessage(@Nullable ServerSession from, ServerChannel channel, ServerMessage.Mutable message) {
        if (!receiveOwnPublishes && callback.isOwn(from)) {
            return true;
        }
        return callback.delivery(from, channel.getChannelId(), message, null)
                .map(delivery -> !Boolean.FALSE.equals(callback.callSafely(delivery)))
                .orElse(true);
    }
}
