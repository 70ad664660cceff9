package org.bayeux.server.engine.message;

import org.bayeux.api.server.ServerMessage;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.MessageCodec;
import org.jspecify.annotations.Nullable;

/** Makes the messages of one server. Thread-safe. */
public final class Messages {

    private final MessageCodec codec;

    /** Makes messages whose data this codec's context encodes. */
    public Messages(MessageCodec codec) {
        this.codec = codec;
    }

    /** A message without any field. */
    public BayeuxMessage newMessage() {
        return codec.newMessage();
    }

    /** A message that carries data on a channel. */
    public BayeuxMessage carrying(String channel, @Nullable Object data) {
        BayeuxMessage message = codec.newMessage();
        message.setChannel(channel);
        message.setData(data);
        return message;
    }

    /** The reply to a request, tied to it, neither successful nor failed yet. */
    public BayeuxMessage replyTo(BayeuxMessage request) {
        BayeuxMessage reply = codec.newMessage();
        if (request.hasChannel()) {
            reply.setChannel(request.getChannel());
        }
        reply.setIdOf(request);
        reply.setAssociated(request);
        request.setAssociated(reply);
        return reply;
    }

    /**
     * What may be sent of a message that the application hands over: the message itself, or a copy if it is one that
     * arrived and is still being processed, without the fields that only its sender may know.
     */
    public BayeuxMessage outgoing(ServerMessage.Mutable given) {
        if (given instanceof BayeuxMessage message) {
            boolean arrived = message.getServerTransport() != null && !message.isFrozen();
            if (!arrived) {
                return message;
            }
            BayeuxMessage copy = message.copy();
            copy.stripToPublication();
            return copy;
        }
        BayeuxMessage message = codec.newMessage();
        message.putAll(given);
        message.setLazy(given.isLazy());
        return message;
    }
}
