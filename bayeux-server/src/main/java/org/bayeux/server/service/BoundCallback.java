package org.bayeux.server.service;

import java.util.Optional;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.api.ChannelId;
import org.bayeux.api.Message;
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

    /** Calls the method; a failure is logged and has {@code null} as its result. */
    @Nullable
    Object callSafely(Delivery delivery) {
        try {
            return call(delivery);
        } catch (Throwable failure) { // the service's code
            log.callbackFailed(methodName(), failure);
            return null;
        }
    }
}
