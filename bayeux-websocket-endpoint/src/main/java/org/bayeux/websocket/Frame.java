package org.bayeux.websocket;

import java.util.List;
import org.bayeux.server.spi.Batch;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.MessageArray;

/**
 * Messages that wait to be sent as one text frame.
 *
 * @param messages kept apart until they are sent, since many sockets share their text
 * @param length characters of the messages
 * @param batch what they are a part of
 * @param before how many messages of the batch are in frames before this one
 */
record Frame(List<BayeuxMessage> messages, int length, Batch batch, int before) {

    static Frame of(Batch batch, int before, int end) {
        List<BayeuxMessage> messages = batch.messages().subList(before, end);
        int length = 0;
        for (BayeuxMessage message : messages) {
            length += message.getJSON().length();
        }
        return new Frame(messages, length, batch, before);
    }

    String text() {
        return MessageArray.joinText(messages);
    }

    /** The frame has been sent, as all before it; with the last one the batch is delivered. */
    void delivered() {
        if (before + messages.size() == batch.messages().size()) {
            batch.delivered();
        }
    }

    /** This is the first frame of its batch that has not been sent. */
    void failed(Throwable cause) {
        batch.failed(before, cause);
    }
}
