package org.bayeux.server.engine.local;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.bayeux.api.Channel;
import org.bayeux.api.Message;
import org.bayeux.api.client.ClientSessionChannel.MessageListener;
import org.bayeux.server.engine.session.Turns;
import org.jspecify.annotations.Nullable;

/**
 * The one subscription that all subscribers of a channel of a local client share.
 *
 * <pre>
 *          first one comes            granted
 *   NONE -------------------> ASKED -----------> GRANTED
 *    ^       refused, last one goes, |               | last one goes,
 *    '-------- session ended --------'---------------' session ended
 * </pre>
 *
 * <p>Thread-safe: the lock guards subscribers and question. What is to be asked is noted under it and asked without it, so
 * that the server hears of the changes in their order.
 */
final class LocalSubscription {

    private final LocalChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final Turns asking = new Turns();

    /** Changed under the lock, read without. */
    private final CopyOnWriteArrayList<MessageListener> subscribers = new CopyOnWriteArrayList<>();

    /** {@code null} while the server was not asked, or not since the last one went. */
    @GuardedBy("lock")
    private @Nullable Question question;

    LocalSubscription(LocalChannel channel) {
        this.channel = channel;
    }

    List<MessageListener> subscribers() {
        return subscribers;
    }

    void subscribe(MessageListener subscriber, Consumer<Message> heard) {
        boolean granted;
        lock.lock();
        try {
            subscribers.add(subscriber);
            granted = question != null && question.granted;
            if (!granted) {
                current().waiting.add(heard);
            }
        } finally {
            lock.unlock();
        }
        asking.run();
        if (granted) {
            heard.accept(channel.alreadyDone(Channel.META_SUBSCRIBE));
        }
    }

    void unsubscribe(MessageListener subscriber, Consumer<Message> heard) {
        boolean last;
        lock.lock();
        try {
            last = subscribers.remove(subscriber) && subscribers.isEmpty();
            if (last) {
                question = null;
                asking.note(() -> channel.ask(Channel.META_UNSUBSCRIBE, heard));
            }
        } finally {
            lock.unlock();
        }
        asking.run();
        if (!last) {
            heard.accept(channel.alreadyDone(Channel.META_UNSUBSCRIBE));
        }
    }

    /** The session is gone, and the subscription with it; who waits for an answer is told by its reply. */
    void ended() {
        lock.lock();
        try {
            subscribers.clear();
            question = null;
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private Question current() {
        Question asked = question;
        if (asked == null) {
            Question made = new Question();
            asking.note(() -> channel.ask(Channel.META_SUBSCRIBE, reply -> answered(made, reply)));
            question = made;
            asked = made;
        }
        return asked;
    }

    /** The answer is for all who came since the question; refused, none of them is subscribed. */
    private void answered(Question asked, Message reply) {
        List<Consumer<Message>> heard;
        lock.lock();
        try {
            asked.granted = reply.isSuccessful();
            heard = List.copyOf(asked.waiting);
            asked.waiting.clear();
            if (question == asked && !asked.granted) {
                question = null;
                subscribers.clear();
            }
        } finally {
            lock.unlock();
        }
        heard.forEach(it -> it.accept(reply));
    }

    /** Guarded by the lock of its subscription. */
    private static final class Question {

        private final List<Consumer<Message>> waiting = new ArrayList<>(1);
        private boolean granted;
    }
}
