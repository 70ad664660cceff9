package org.bayeux.websocket;

import java.util.List;
import org.bayeux.server.spi.Batch;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.MessageArray;
import org.jspecify.annotations.Nullable;

/**
 * Messages that wait to be sent as one text frame.
 *
 * @param messages kept apart until they are sent, since many sockets share their text
 * @param length characters of the messages
 * @param batch what is delivered when the frame has been sent; {@code null} if more frames of it follow
 */
record Frame(
        List<BayeuxMessage> messages, int length, @Nullable Batch batch) {

    static Frame of(List<BayeuxMessage> messages, @Nullable Batch batch) {
        int length = 0;
        for (BayeuxMessage message : messages) {
            length += message.getJSON().length();
        }
        return new Frame(messages, length, batch);
    }

    String text() {
        return MessageArray.joinText(messages);
    }

    void delivered() {
        if (batch != null) {
            batch.delivered();
        }
    }

    void failed(Throwable cause) {
        if (batch != null) {
            batch.failed(cause);
        }
    }
}
