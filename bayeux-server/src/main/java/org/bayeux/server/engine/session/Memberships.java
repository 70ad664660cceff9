package org.bayeux.server.engine.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.bayeux.api.server.ServerChannel;

/**
 * What a session is subscribed to. The news of each change is noted at the moment of the change, so listeners hear of
 * joining and leaving in turns, whatever threads do it.
 *
 * <p>Thread-safe: one lock guards the channels and the end; nothing foreign is called under it.
 */
final class Memberships {

    private final ReentrantLock lock = new ReentrantLock();
    private final Turns news;

    @GuardedBy("lock")
    private final Map<String, ServerChannel> channels = new HashMap<>(4);

    @GuardedBy("lock")
    private boolean ended;

    Memberships(Turns news) {
        this.news = news;
    }

    /**
     * Joins a channel.
     *
     * @param left tells the news of leaving a removed channel of the same name, whose end this one does not wait for
     */
    Joining join(ServerChannel channel, Runnable telling, Consumer<ServerChannel> left) {
        lock.lock();
        try {
            if (ended) {
                return Joining.ENDED;
            }
            ServerChannel former = channels.put(channel.getId(), channel);
            if (former == channel) {
                return Joining.WAS_THERE;
            }
            if (former != null) {
                news.note(() -> left.accept(former));
            }
            news.note(telling);
            return Joining.JOINED;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Leaves a channel.
     *
     * @param onlyThis whether to stay if it is another channel of this name that was joined
     * @return {@code false}: there was nothing to leave
     */
    boolean leave(ServerChannel channel, boolean onlyThis, Runnable telling) {
        lock.lock();
        try {
            ServerChannel joined = channels.get(channel.getId());
            boolean left = joined == channel || (joined != null && !onlyThis);
            if (left) {
                channels.remove(channel.getId());
                news.note(telling);
            }
            return left;
        } finally {
            lock.unlock();
        }
    }

    boolean contain(String channel) {
        lock.lock();
        try {
            return channels.containsKey(channel);
        } finally {
            lock.unlock();
        }
    }

    Set<ServerChannel> all() {
        lock.lock();
        try {
            return Set.copyOf(channels.values());
        } finally {
            lock.unlock();
        }
    }

    /** From now on nothing is joined; returns what is left to leave. */
    Set<ServerChannel> end() {
        lock.lock();
        try {
            ended = true;
            return Set.copyOf(channels.values());
        } finally {
            lock.unlock();
        }
    }
}
