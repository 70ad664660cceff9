package org.bayeux.server.service;

import java.util.Map;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** Calls a method for a client that waits for the answer. Thread-safe. */
final class RemoteCallCallback implements ServerChannel.MessageListener {

    private final BayeuxServer server;
    private final BoundCallback callback;

    RemoteCallCallback(BayeuxServer server, BoundCallback callback) {
        this.server = server;
        this.callback = callback;
    }

    @Override
    public boolean onMessage(@Nullable ServerSession from, ServerChannel channel, ServerMessage.Mutable message) {
        // Code on the server that publishes here without a session waits for no answer; nor does the service itself.
        if (from != null && !callback.isOwn(from)) {
            RemoteCaller caller = new RemoteCaller(server, callback.own(), from, message);
            callback.delivery(from, channel.getChannelId(), message, caller)
                    .ifPresent(delivery -> call(delivery, caller));
        }
        return true;
    }

    private void call(Delivery delivery, RemoteCaller caller) {
        try {
            callback.call(delivery);
        } catch (UnfitDataException e) {
            callback.log().dataUnfit(callback.methodName(), e);
            caller.failure(failure("The data of the call is not what the server expects"));
        } catch (Throwable failure) { // the service's code
            callback.log().callbackFailed(callback.methodName(), failure);
            // Text and class of an exception may tell secrets, so the client learns of neither.
            caller.failure(failure("The call failed on the server"));
        }
    }

    private static Map<String, Object> failure(String message) {
        return Map.of("message", message);
    }
}
