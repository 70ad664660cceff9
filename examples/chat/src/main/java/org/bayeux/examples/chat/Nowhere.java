package org.bayeux.examples.chat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bayeux.api.server.ServerSession;

/** There are no other servers. Stateless. */
@ApplicationScoped
class Nowhere implements Elsewhere {

    @Override
    public Optional<String> guest(String name) {
        return Optional.empty();
    }

    @Override
    public Set<String> rooms() {
        return Set.of();
    }

    @Override
    public List<String> members(String room) {
        return List.of();
    }

    @Override
    public void entered(String name, ServerSession session) {
        // Nobody else wants to know.
    }

    @Override
    public void share(String room, Supplier<List<String>> members) {
        // Nobody else wants to know.
    }

    @Override
    public void deliver(String channel, PrivateLine line) {
        // Nobody is there.
    }

    @Override
    public long idAfter(long last) {
        return last + 1;
    }
}
