package org.bayeux.http;

import org.bayeux.wire.MessageCodec;

/** A request of the long-polling transport, which waits for its body. Immutable. */
record Post(HttpExchange exchange, BodyType type, MessageCodec codec, Poll poll) implements BodyReader.Receiver {

    @Override
    public void received(byte[] body) {
        poll.process(() -> type.messages(exchange.request(), body, codec));
    }

    @Override
    public void refused(Refused reason) {
        exchange.refuse(reason);
    }

    @Override
    public void broken() {
        exchange.abandon();
    }
}
