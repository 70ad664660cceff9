package org.bayeux.server.engine.local;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bayeux.api.client.ClientSessionChannel.MessageListener;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** Who waits for the answer to which message of a local client. Thread-safe. */
final class PendingReplies {

    private final AtomicLong ids = new AtomicLong();
    private final ConcurrentHashMap<String, MessageListener> replies = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, MessageListener> results = new ConcurrentHashMap<>();

    String nextId() {
        return Long.toString(ids.incrementAndGet());
    }

    void awaitReply(String id, MessageListener callback) {
        replies.put(id, callback);
    }

    /** The result of a remote call is a message of its own; the mere acknowledgement of the call is not for the caller. */
    void awaitResult(String id, MessageListener callback) {
        results.put(id, callback);
    }

    /** Who waited for this message, if anybody. */
    @Nullable
    MessageListener take(BayeuxMessage message) {
        String id = message.getId();
        if (id == null) {
            return null;
        }
        MessageListener caller = results.get(id);
        if (caller != null) {
            boolean acknowledgement = message.isPublishReply() && message.isSuccessful() && message.getData() == null;
            return acknowledgement ? null : results.remove(id);
        }
        return message.isMeta() || message.isPublishReply() ? replies.remove(id) : null;
    }
}
