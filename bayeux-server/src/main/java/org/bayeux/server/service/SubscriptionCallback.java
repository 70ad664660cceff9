package org.bayeux.server.service;

import org.bayeux.api.Message;
import org.bayeux.api.client.ClientSessionChannel;

/** Shows the messages that a service's session is subscribed to to a method. Thread-safe. */
final class SubscriptionCallback implements ClientSessionChannel.MessageListener {

    private final BoundCallback callback;

    SubscriptionCallback(BoundCallback callback) {
        this.callback = callback;
    }

    @Override
    public void onMessage(ClientSessionChannel channel, Message message) {
        callback.delivery(null, message.getChannelId(), message, null).ifPresent(callback::callSafely);
    }

    /** Learns how the server answered the subscription. */
    void subscribed(Message reply) {
        if (!reply.isSuccessful()) {
            callback.log()
                    .subscriptionRefused(
                            callback.methodName(), callback.channel().listeningOn());
        }
    }
}
