package org.bayeux.server.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** Shows the messages of a channel to a method that tells later whether they go on. Thread-safe. */
final class AsyncListenerCallback implements ServerChannel.AsyncMessageListener {

    private final BoundCallback callback;
    private final boolean receiveOwnPublishes;

    AsyncListenerCallback(BoundCallback callback, boolean receiveOwnPublishes) {
        this.callback = callback;
        this.receiveOwnPublishes = receiveOwnPublishes;
    }

    @Override
    public CompletionStage<Boolean> onMessageAsync(
            @Nullable ServerSession from, ServerChannel channel, ServerMessage.Mutable message) {
        if (!receiveOwnPublishes && callback.isOwn(from)) {
            return CompletableFuture.completedStage(true);
        }
        return callback.delivery(from, channel.getChannelId(), message, null)
                .map(this::decide)
                .orElseGet(() -> CompletableFuture.completedStage(true));
    }

    private CompletionStage<Boolean> decide(Delivery delivery) {
        Object result = callback.callSafely(delivery);
        if (result instanceof CompletionStage<?> stage) {
            return stage.handle((goesOn, failure) -> {
                if (failure != null) {
                    callback.log().callbackFailed(callback.methodName(), failure);
                }
                return !Boolean.FALSE.equals(goesOn);
            });
        }
        return CompletableFuture.completedStage(!Boolean.FALSE.equals(result));
    }
}
