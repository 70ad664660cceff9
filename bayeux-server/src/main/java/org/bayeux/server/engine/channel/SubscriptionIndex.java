package org.bayeux.server.engine.channel;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bayeux.api.ChannelId;
import org.bayeux.server.engine.session.SessionHandle;
import org.jspecify.annotations.Nullable;

/**
 * Who is subscribed to what. Finding the subscribers of a channel costs by its depth, never by the number of channels.
 *
 * <p>Thread-safe. A set of subscribers is added to and dropped inside the map's atomic updates, so none is dropped while
 * somebody joins it. It is independent of the life of channel objects: sweeping a channel loses no subscriber.
 */
public final class SubscriptionIndex {

    private final ConcurrentHashMap<String, Set<SessionHandle>> subscribers = new ConcurrentHashMap<>();

    /** Adds a subscriber; {@code false}: it was there already. */
    public boolean add(String pattern, SessionHandle session) {
        boolean[] added = new boolean[1];
        subscribers.compute(pattern, (key, known) -> {
            Set<SessionHandle> sessions = known == null ? ConcurrentHashMap.newKeySet() : known;
            added[0] = sessions.add(session);
            return sessions;
        });
        return added[0];
    }

    /** Removes a subscriber; {@code false}: it was not there. */
    public boolean remove(String pattern, SessionHandle session) {
        boolean[] removed = new boolean[1];
        subscribers.computeIfPresent(pattern, (key, sessions) -> {
            removed[0] = sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
        return removed[0];
    }

    /** The subscribers of exactly this channel or pattern; a live view. */
    public Set<SessionHandle> of(String pattern) {
        return subscribers.getOrDefault(pattern, Set.of());
    }

    /** Whether nobody is subscribed to exactly this channel or pattern. */
    public boolean isUnused(String pattern) {
        return !subscribers.containsKey(pattern);
    }

    /** The channels and patterns that anybody is subscribed to, at this moment. */
    public Set<String> patterns() {
        return Set.copyOf(subscribers.keySet());
    }

    /**
     * Calls {@code action} once for each session with a subscription that matches the channel.
     *
     * @return for how many, about
     */
    public int forEachSubscriber(ChannelId channel, Consumer<SessionHandle> action) {
        Set<SessionHandle> only = subscribers.get(channel.getId());
        Set<SessionHandle> several = null;
        for (String wild : channel.getWilds()) {
            Set<SessionHandle> more = subscribers.get(wild);
            if (more != null) {
                if (only == null) {
                    only = more;
                } else {
                    several = union(several, only, more);
                }
            }
        }
        Set<SessionHandle> all = several == null ? only : several;
        if (all == null) {
            return 0;
        }
        all.forEach(action);
        return all.size();
    }

    private static Set<SessionHandle> union(
            @Nullable Set<SessionHandle> collected, Set<SessionHandle> first, Set<SessionHandle> more) {
        Set<SessionHandle> union = collected;
        if (union == null) {
            union = Collections.newSetFromMap(new IdentityHashMap<>(first.size() + more.size()));
            union.addAll(first);
        }
        union.addAll(more);
        return union;
    }
}
