package org.bayeux.it.cometd;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSessionChannel;

/** Keeps the messages that a subscription receives, in their order. Thread-safe. */
public final class Inbox implements ClientSessionChannel.MessageListener {

    private static final long LIMIT_SECONDS = 20;

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

    @Override
    public void onMessage(ClientSessionChannel channel, Message message) {
        messages.add(message);
    }

    /** Waits for the next message. */
    public Message next() {
        try {
            Message message = messages.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no message within " + LIMIT_SECONDS + " s");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a message", e);
        }
    }

    /** Waits for {@code last} and returns the data of all messages up to and with it. */
    public List<Object> until(Object last) {
        List<Object> data = new ArrayList<>();
        do {
            data.add(next().getData());
        } while (!last.equals(data.get(data.size() - 1)));
        return data;
    }

    /** The data of what has arrived and was not taken, without waiting. */
    public List<Object> received() {
        return messages.stream().map(Message::getData).toList();
    }
}
