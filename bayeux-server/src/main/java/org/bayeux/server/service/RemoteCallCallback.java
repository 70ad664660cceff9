package org.bayeux.server.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** Calls a method for clients that wait for an answer. Thread-safe. */
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
        Object result;
        try {
            result = callback.call(delivery);
        } catch (Throwable failure) { // the service's code
            fail(caller, failure);
            return;
        }
        if (!callback.answersItself()) {
            answer(caller, result);
        }
    }

    private void answer(RemoteCaller caller, @Nullable Object result) {
        if (result instanceof CompletionStage<?> stage) {
            stage.whenComplete((value, failure) -> {
                if (failure == null) {
                    succeed(caller, value);
                } else {
                    fail(caller, failure);
                }
            });
        } else {
            succeed(caller, result);
        }
    }

    private void succeed(RemoteCaller caller, @Nullable Object result) {
        try {
            caller.result(result);
        } catch (RuntimeException e) { // no JSON form
            fail(caller, e);
        }
    }

    private void fail(RemoteCaller caller, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CallRefusedException refusal) {
            callback.log().callRefused(callback.methodName(), refusal);
            caller.failure(told(refusal));
        } else if (cause instanceof RemoteCall.Failure wanted) {
            try {
                caller.failure(wanted.data());
            } catch (RuntimeException e) { // no JSON form
                failUnseen(caller, e);
            }
        } else {
            failUnseen(caller, cause);
        }
    }

    /** Text and class of an exception may tell secrets, so the client learns of neither. */
    private void failUnseen(RemoteCaller caller, Throwable failure) {
        callback.log().callbackFailed(callback.methodName(), failure);
        caller.failure(Map.of("message", "The call failed on the server"));
    }

    private static Map<String, Object> told(CallRefusedException refusal) {
        Map<String, Object> told = new LinkedHashMap<>(refusal.details());
        told.put("error", refusal.error());
        told.put(
                "message",
                refusal instanceof UnfitDataException
                        ? "The data of the call is not what the server expects"
                        : "The server refuses the call");
        return told;
    }
}
