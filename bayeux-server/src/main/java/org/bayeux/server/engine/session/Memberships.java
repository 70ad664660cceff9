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

    /** What is about to be joined, and by how many requests. */
    @GuardedBy("lock")
    private final Map<String, Integer> reserved = new HashMap<>();

    @GuardedBy("lock")
    private boolean ended;

    Memberships(Turns news) {
        this.news = news;
    }

    /**
     * Keeps room for joining these channels, so that several requests at once do not exceed the limit together.
     *
     * @param most how many channels may be joined; not positive: any number
     * @return {@code false}: there is no room for all of them; {@code true}: {@link #release} is to be called when they have
     *     been joined
     */
    public boolean reserve(Collection<? extends ServerChannel> wanted, int most) {
        lock.lock();
        try {
            if (most > 0 && missing(wanted) && total(wanted) > most) {
                return false;
            }
            for (ServerChannel channel : wanted) {
                reserved.merge(channel.getId(), 1, Integer::sum);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of the room that {@link #reserve} kept for these. */
    public void release(Collection<? extends ServerChannel> wanted) {
        lock.lock();
        try {
            for (ServerChannel channel : wanted) {
                reserved.computeIfPresent(channel.getId(), (id, requests) -> requests == 1 ? null : requests - 1);
            }
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private boolean missing(Collection<? extends ServerChannel> wanted) {
        for (ServerChannel channel : wanted) {
            if (!channels.containsKey(channel.getId())) {
                return true;
            }
        }
        return false;
    }

    /** How many channels there are when all that is wanted has been joined, each counted once. */
    @GuardedBy("lock")
    private int total(Collection<? extends ServerChannel> wanted) {
        Set<String> coming = new HashSet<>(reserved.keySet());
        for (ServerChannel channel : wanted) {
            coming.add(channel.getId());
        }
        coming.removeAll(channels.keySet());
        return channels.size() + coming.size();
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
