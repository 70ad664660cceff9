package org.bayeux.examples.chat.cluster;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bayeux.api.server.ServerSession;
import org.bayeux.examples.chat.Elsewhere;
import org.bayeux.examples.chat.PrivateLine;
import org.bayeux.examples.chat.RoomChanged;
import org.bayeux.oort.OortMap;
import org.bayeux.oort.OortObject.Info;
import org.bayeux.oort.OortStringMap;
import org.bayeux.oort.Seti;
import org.bayeux.oort.Shared;

/**
 * The other nodes of the cluster: {@link Seti} knows their guests, a shared map the members of their rooms. Lines need
 * nothing here, since the option {@code oort.channels} lets them cross.
 *
 * <p>Thread-safe: its own state does not change once it is made.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class OtherNodes implements Elsewhere {

    /** Ids stay below 2^53, up to which numbers of browsers are exact: 2^29 lines in a room. */
    private static final long MARKS = 1L << 24;

    /** What the ids of this node leave when divided by {@code MARKS}; two nodes agree by one chance in 16 million. */
    private final long mark = ThreadLocalRandom.current().nextLong(MARKS);

    @Inject
    private Seti seti;

    @Inject
    @Shared("chat.members")
    private OortStringMap<List<String>> members;

    @Inject
    private Event<RoomChanged> changes;

    @PostConstruct
    void listen() {
        // Those of a node that goes, or is heard again, change all at once.
        members.addListener(new OortMap.DeltaListener<>(members));
        members.addEntryListener(new OortMap.EntryListener<>() {
            @Override
            public void onPut(
                    Info<ConcurrentMap<String, List<String>>> info, OortMap.Entry<String, List<String>> entry) {
                changed(info, entry.getKey());
            }

            @Override
            public void onRemoved(
                    Info<ConcurrentMap<String, List<String>>> info, OortMap.Entry<String, List<String>> entry) {
                changed(info, entry.getKey());
            }
        });
    }

    private void changed(Info<?> info, String room) {
        if (!info.isLocal()) {
            changes.fire(new RoomChanged(room));
        }
    }

    @Override
    public Optional<String> guest(String name) {
        Set<String> elsewhere = new HashSet<>(seti.getUserIds());
        elsewhere.removeAll(seti.getAssociatedUserIds());
        return elsewhere.stream().filter(name::equalsIgnoreCase).findFirst();
    }

    @Override
    public Set<String> rooms() {
        Set<String> rooms = new HashSet<>();
        others().forEach(it -> rooms.addAll(it.keySet()));
        return rooms;
    }

    @Override
    public List<String> members(String room) {
        return others().map(it -> it.get(room))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }

    private Stream<ConcurrentMap<String, List<String>>> others() {
        return StreamSupport.stream(members.spliterator(), false)
                .filter(info -> !info.isLocal())
                .map(Info::getObject);
    }

    @Override
    public void entered(String name, ServerSession session) {
        seti.associate(name, session);
    }

    /**
     * Shares again until nothing has changed meanwhile: of two threads that share the same room, the one that is the last
     * to do so may have been the first to ask.
     */
    @Override
    public void share(String room, Supplier<List<String>> here) {
        List<String> names;
        do {
            names = here.get();
            if (names.isEmpty()) {
                members.removeAndShare(room);
            } else {
                members.putAndShare(room, names);
            }
        } while (!names.equals(here.get()));
    }

    @Override
    public void deliver(String channel, PrivateLine line) {
        seti.sendMessage(line.to(), channel, line);
    }

    /** Higher than all that was seen, so that an answer stands behind what it answers. */
    @Override
    public long idAfter(long last) {
        return (last / MARKS + 1) * MARKS + mark;
    }
}
