package org.bayeux.server.service;

import java.util.Objects;
import java.util.Optional;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.api.ChannelId;
import org.bayeux.api.Message;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * A callback of a service in use, on one of its channels. Thread-safe.
 *
 * @param own the server's end of the service's session
 */
record BoundCallback(
        Callback callback, ChannelPattern channel, ServiceInvoker invoker, ServerSession own, ServiceLog log) {

    /** What a call would be about; empty if the channel of the message does not fit the template. */
    Optional<Delivery> delivery(
            @Nullable ServerSession sender, ChannelId from, Message message, RemoteCall.@Nullable Caller caller) {
        return channel.bind(from).map(parameters -> new Delivery(sender, message, parameters, caller));
    }

    boolean isOwn(@Nullable ServerSession sender) {
        return sender != null && sender == own;
    }

    /** Whether the method answers a remote call itself, now or later. */
    boolean answersItself() {
        return callback.arguments().contains(Argument.CALLER);
    }

    String methodName() {
        return callback.method().getName();
    }

    /**
     * Calls the method.
     *
     * @throws Throwable what the method threw
     */
    @Nullable
    Object call(Delivery delivery) throws Throwable {
        return invoker.invoke(callback.method(), callback.argumentsFor(delivery));
    }

    /** Calls the method; a failure is logged and has {@code null} as its result, a refusal has {@code false}. */
    @Nullable
    Object callSafely(Delivery delivery) {
        try {
            return call(delivery);
        } catch (CallRefusedException refusal) {
            log.callRefused(methodName(), refusal);
            tellSender(delivery.message(), refusal);
            return false;
        } catch (Throwable failure) { // the service's code
            log.callbackFailed(methodName(), failure);
            return null;
        }
    }

    /** Lets the reply tell why, where there is going to be one. */
    private static void tellSender(Message message, CallRefusedException refusal) {
        ServerMessage.Mutable reply = message instanceof ServerMessage received ? received.getAssociated() : null;
        if (reply != null) {
            reply.put(Message.ERROR_FIELD, refusal.error());
            if (!refusal.details().isEmpty()) {
                Objects.requireNonNull(reply.getExt(true)).putAll(refusal.details());
            }
        }
    }
}
