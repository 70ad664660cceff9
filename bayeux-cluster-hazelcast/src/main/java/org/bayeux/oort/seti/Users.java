package org.bayeux.oort.seti;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bayeux.api.server.ServerSession;
import org.bayeux.oort.object.Part;
import org.bayeux.oort.object.Parts;
import org.bayeux.oort.object.Shares;
import org.bayeux.oort.object.Watcher;
import org.bayeux.wire.JsonContext;
import org.jspecify.annotations.Nullable;

/**
 * Who is associated with which sessions here, and who is present on which node.
 *
 * <p>Thread-safe: associations change under the lock of the {@link Parts}, together with the presence that follows from
 * them, and are read from concurrent collections.
 */
public final class Users {

    private final Map<String, Set<ServerSession>> sessions = new ConcurrentHashMap<>();
    private final Map<ServerSession, Set<String>> users = new ConcurrentHashMap<>();
    private final JsonContext json;
    private final Presence presence;
    private final Parts<Set<String>> parts;

    /** Makes those of a node on which nobody is present. */
    public Users(Shares shares, JsonContext json, Presence presence) {
        this.json = json;
        this.presence = presence;
        this.parts = new Parts<>(shares, "users", new UserSets(presence), new Differences(presence));
    }

    /** Begins to tell the others who is present here, and asks who is there. */
    public void start() {
        parts.start(ConcurrentHashMap.newKeySet());
    }

    /** Knows nobody any more. */
    public void stop() {
        parts.stop();
        sessions.clear();
        users.clear();
    }

    /** Associates a user with a session; false if it was. */
    public boolean associate(String user, ServerSession session) {
        AtomicBoolean added = new AtomicBoolean();
        String change = json.generate(UserSets.coming(user));
        parts.change(present -> {
            added.set(add(sessions, user, session));
            add(users, session, user);
            return present.add(user) ? new Parts.Step<>(change, part -> presence.added(part.url(), user)) : null;
        });
        return added.get();
    }

    /** Ends the association of a user with a session; false if there was none. */
    public boolean disassociate(String user, ServerSession session) {
        AtomicBoolean removed = new AtomicBoolean();
        String change = json.generate(UserSets.going(user));
        parts.change(present -> {
            removed.set(remove(sessions, user, session));
            remove(users, session, user);
            if (sessions.containsKey(user) || !present.remove(user)) {
                return null;
            }
            return new Parts.Step<>(change, part -> presence.removed(part.url(), user));
        });
        return removed.get();
    }

    /** The users whom a session is associated with. */
    public Set<String> usersOf(ServerSession session) {
        return Set.copyOf(users.getOrDefault(session, Set.of()));
    }

    /** The sessions here of these users, each once. */
    public Set<ServerSession> sessionsOf(Collection<String> users) {
        Set<ServerSession> found = new LinkedHashSet<>();
        users.forEach(user -> found.addAll(sessions.getOrDefault(user, Set.of())));
        return found;
    }

    /** Those who are associated here. */
    public Set<String> here() {
        return Set.copyOf(sessions.keySet());
    }

    /** Those who are present on any node. */
    public Set<String> everywhere() {
        return parts.all().stream().flatMap(part -> part.value().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether somebody is present on any node. */
    public boolean isPresent(String user) {
        return parts.all().stream().anyMatch(part -> part.value().contains(user));
    }

    /** Which of these are present on the node of each name; behind a restart there may be two of one name for a while. */
    Map<String, List<String>> whereabouts(Set<String> wanted) {
        Map<String, List<String>> found = new HashMap<>();
        for (Part<Set<String>> part : parts.all()) {
            List<String> there = wanted.stream().filter(part.value()::contains).toList();
            found.merge(part.url(), there, (one, other) -> Stream.concat(one.stream(), other.stream())
                    .distinct()
                    .toList());
        }
        return found;
    }

    private static <K, V> boolean add(Map<K, Set<V>> map, K key, V value) {
        return map.computeIfAbsent(key, it -> ConcurrentHashMap.newKeySet()).add(value);
    }

    private static <K, V> boolean remove(Map<K, Set<V>> map, K key, V value) {
        Set<V> values = map.get(key);
        boolean removed = values != null && values.remove(value);
        if (values != null && values.isEmpty()) {
            map.remove(key);
        }
        return removed;
    }

    /** Tells the difference where the users of a node have come or been replaced at once. */
    private record Differences(Presence presence) implements Watcher<Set<String>> {

        @Override
        public void replaced(@Nullable Part<Set<String>> before, Part<Set<String>> now) {
            Set<String> old = before == null ? Set.of() : before.value();
            old.stream().filter(user -> !now.value().contains(user)).forEach(user -> presence.removed(now.url(), user));
            now.value().stream().filter(user -> !old.contains(user)).forEach(user -> presence.added(now.url(), user));
        }

        @Override
        public void removed(Part<Set<String>> part, boolean silent) {
            part.value().forEach(user -> presence.removed(part.url(), user));
        }
    }
}
