package org.bayeux.oort.seti;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bayeux.oort.object.Content;
import org.bayeux.oort.object.Part;
import org.jspecify.annotations.Nullable;

/** The users of one node as JSON: a list; a change is a list of a sign and a user. Stateless. */
record UserSets(Presence presence) implements Content<Set<String>> {

    private static final String COMES = "+";
    private static final String GOES = "-";

    static List<String> coming(String user) {
        return List.of(COMES, user);
    }

    static List<String> going(String user) {
        return List.of(GOES, user);
    }

    @Override
    public Set<String> read(@Nullable Object json) {
        if (!(json instanceof Collection<?> users)) {
            throw new IllegalArgumentException("no list of users");
        }
        Set<String> read = ConcurrentHashMap.newKeySet(users.size());
        users.forEach(user -> read.add(String.valueOf(user)));
        return read;
    }

    @Override
    public Object write(Set<String> part) {
        return part;
    }

    @Override
    public Set<String> copy(Set<String> part) {
        return Set.copyOf(part);
    }

    @Override
    public Change<Set<String>> readChange(@Nullable Object json) {
        if (!(json instanceof List<?> change) || change.size() != 2) {
            throw new IllegalArgumentException("no change of users");
        }
        String user = String.valueOf(change.get(1));
        return COMES.equals(change.get(0)) ? users -> came(users, user) : users -> went(users, user);
    }

    private Consumer<Part<Set<String>>> came(Set<String> users, String user) {
        users.add(user);
        return part -> presence.added(part.url(), user);
    }

    private Consumer<Part<Set<String>>> went(Set<String> users, String user) {
        users.remove(user);
        return part -> presence.removed(part.url(), user);
    }
}
