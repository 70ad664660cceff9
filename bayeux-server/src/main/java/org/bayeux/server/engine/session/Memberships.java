package org.bayeux.server.engine.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
public final class Memberships {

    private final ReentrantLock lock = new ReentrantLock();
    private final Turns news;

    @GuardedBy("lock")
    private final Map<String, ServerChannel> channels = new HashMap<>(4);

    @GuardedBy("lock")
    private int reserved;

    @GuardedBy("lock")
    private boolean ended;

    Memberships(Turns news) {
        this.news = news;
    }

    /**
     * Keeps room for joining these channels, so that several requests at once do not exceed the limit together.
     *
     * @param most how many channels may be joined; not positive: any number
     * @return what is to be given to {@link #release} when they have been joined; -1: there is no room for all of them
     */
    public int reserve(Collection<? extends ServerChannel> wanted, int most) {
        if (most <= 0) {
            return 0;
        }
        lock.lock();
        try {
            Set<String> missing = new HashSet<>();
            for (ServerChannel channel : wanted) {
                if (!channels.containsKey(channel.getId())) {
                    missing.add(channel.getId());
                }
            }
            if (!missing.isEmpty() && channels.size() + reserved + missing.size() > most) {
                return -1;
            }
            reserved += missing.size();
            return missing.size();
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of the room that {@link #reserve} kept. */
    public void release(int kept) {
        lock.lock();
        try {
            reserved -= kept;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Joins a channel.
     *
     * @param left tells the news of leaving a removed channel of the same name, whose end this one does not wait for
     */
    public Joining join(ServerChannel channel, Runnable telling, Consumer<ServerChannel> left) {
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
    public boolean leave(ServerChannel channel, boolean onlyThis, Runnable telling) {
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

    /** Whether the session is subscribed to exactly this channel or pattern. */
    public boolean contain(String channel) {
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
    public Set<ServerChannel> end() {
        lock.lock();
        try {
            ended = true;
            return Set.copyOf(channels.values());
        } finally {
            lock.unlock();
        }
    }
}
