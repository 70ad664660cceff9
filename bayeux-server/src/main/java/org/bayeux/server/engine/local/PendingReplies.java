package org.bayeux.server.engine.local;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bayeux.api.client.ClientSessionChannel.MessageListener;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** Who waits for the answer to which message of a local client. Thread-safe. */
final class PendingReplies {

    private final AtomicLong ids = new AtomicLong();
    private final ConcurrentHashMap<String, Waiting> waiting = new ConcurrentHashMap<>();

    /** The number of a message that has none yet; each is higher than those before. */
    long nextNumber() {
        return ids.incrementAndGet();
    }

    /** The highest number so far. */
    long lastNumber() {
        return ids.get();
    }

    /** Waits for the answer to a message that is about to be sent. */
    void await(BayeuxMessage message, Call call) {
        String id = message.getId();
        if (id != null && message.hasChannel()) {
            waiting.put(id, new Waiting(id, plain(message.getChannel()), call));
        }
    }

    /** Who waited for this message, if anybody. */
    @Nullable
    MessageListener take(BayeuxMessage message) {
        String id = message.getId();
        Waiting caller = id == null ? null : waiting.get(id);
        // Ids are the sender's: a message of another client may have the same one.
        if (caller == null || !message.hasChannel() || !caller.channel().equals(plain(message.getChannel()))) {
            return null;
        }
        boolean answers =
                caller.call().forResult() ? !isAcknowledgement(message) : message.isMeta() || message.isPublishReply();
        return answers && waiting.remove(caller.id(), caller) ? caller.call().callback() : null;
    }

    /** Takes all that wait for the answer to a message with this number or a lower one. */
    List<Waiting> takeUpTo(long number) {
        return waiting.values().stream()
                .filter(it -> it.call().number() <= number && waiting.remove(it.id(), it))
                .toList();
    }

    /** The result of a remote call is a message of its own; the mere acknowledgement is not for the caller. */
    private static boolean isAcknowledgement(BayeuxMessage message) {
        return message.isPublishReply() && message.isSuccessful() && message.getData() == null;
    }

    /** Replies leave out the slash that a channel may end in. */
    private static String plain(String channel) {
        return channel.endsWith("/") ? channel.substring(0, channel.length() - 1) : channel;
    }

    /**
     * What to do with an answer.
     *
     * @param number of the message
     * @param forResult whether it is a remote call, whose answer is its result
     * @param callback hears the answer
     */
    record Call(long number, boolean forResult, MessageListener callback) {}

    /** Who waits for what. */
    record Waiting(String id, String channel, Call call) {}
}
