package org.bayeux.oort.object;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which of the nodes that offer a service is its master: the oldest candidate among those that are a majority, see
 * {@link Electorate}. Keeps also below which number all numbers may have been given out.
 *
 * <p>Thread-safe: what it knows is confined to the lock of its {@link Parts}.
 */
public final class Mastership implements Watcher<Voter> {

    private final boolean candidate;
    private final long initial;
    private final InstantSource clock;
    private final Parts<Voter> parts;
    private final BooleanSupplier introduced;

    /** Confined to the lock of the parts; made anew by whoever starts it, before it is shared. */
    private @Nullable Electorate electorate;

    /**
     * Makes one that knows of nobody.
     *
     * @param candidate whether this node may be the master
     * @param initial the first number to give out
     * @param introduced whether this node has met those that were there before it
     */
    public Mastership(
            Shares shares,
            String name,
            boolean candidate,
            long initial,
            InstantSource clock,
            BooleanSupplier introduced) {
        this.introduced = introduced;
        this.candidate = candidate;
        this.initial = initial;
        this.clock = clock;
        this.parts = new Parts<>(shares, "master of " + name, new Form(), this);
    }

    /** Takes part in the choice. */
    public void start() {
        String id = UUID.randomUUID().toString();
        Voter self = new Voter(id, clock.millis(), candidate, Set.of(id), false, 0, initial, id);
        electorate = new Electorate(self);
        parts.start(self);
    }

    /** Takes no part any more. */
    public void stop() {
        parts.stop();
    }

    /**
     * The node that is the master; {@code null} if there is none as far as this node knows, or if it has not heard yet of all
     * who may know one.
     */
    public @Nullable String masterUrl() {
        if (!parts.isStarted() || !introduced.getAsBoolean() || !parts.isAnswered()) {
            return null;
        }
        AtomicReference<@Nullable Voter> chosen = new AtomicReference<>();
        look(it -> chosen.set(it.chosen()));
        Voter master = chosen.get();
        return master == null
                ? null
                : parts.all().stream()
                        .filter(part -> part.value().id().equals(master.id()))
                        .map(Part::url)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether this node is the master. */
    public boolean isMaster() {
        String master = masterUrl();
        return master != null
                && parts.all().stream().anyMatch(it -> it.local() && it.url().equals(master));
    }

    /** By whose presence this node may be the master, itself included: their names by what tells them from others. */
    public Map<String, String> voters() {
        Map<String, String> urls = new HashMap<>();
        parts.all().forEach(part -> urls.put(part.value().id(), part.url()));
        Map<String, String> voters = new HashMap<>();
        // Who has just gone cannot be asked under any name, so that nothing comes about without it.
        look(it -> it.ids().forEach(id -> voters.put(id, urls.getOrDefault(id, id))));
        return voters;
    }

    /** Below this number all numbers may have been given out. */
    public long reserved() {
        return parts.own().value().reserved();
    }

    /** What tells this node from others where numbers are reserved. */
    public String id() {
        return parts.own().value().id();
    }

    /**
     * Agrees that the numbers from one to below another are given out; false if some of them may have been, or if nodes may
     * have agreed to something else that are none of those who are asked.
     *
     * @param owner who reserves them, and does so once
     * @param voters all who are asked, the owner included
     */
    public boolean accept(long from, long to, String owner, Set<String> voters) {
        AtomicBoolean accepted = new AtomicBoolean();
        Part<Voter> unused = parts.update(self -> {
            accepted.set(known().isMajority(voters) && self.mayAccept(from, to, owner));
            return accepted.get() ? self.reserving(to, owner) : self;
        });
        return accepted.get();
    }

    /** Learns that numbers may have been given out. */
    public void learn(long reserved) {
        Part<Voter> unused =
                parts.update(self -> reserved <= self.reserved() ? self : self.reserving(reserved, self.id()));
    }

    @Override
    public void replaced(@Nullable Part<Voter> before, Part<Voter> now) {
        if (!now.local() && parts.isStarted()) {
            update(it -> it.heard(now.value()), now.value());
        }
    }

    @Override
    public void removed(Part<Voter> part, boolean silent) {
        if (parts.isStarted()) {
            update(it -> it.left(part.value().id(), silent), part.value());
        }
    }

    /** Tells the others only if what they know of this node has changed, or nodes would never stop to tell. */
    private void update(Consumer<Electorate> event, Voter said) {
        Part<Voter> unused = parts.update(self -> {
            Electorate known = known();
            event.accept(known);
            Voter now = said.reserved() > self.reserved() ? self.reserving(said.reserved(), said.by()) : self;
            Voter says = known.says(now);
            return says.equals(self) ? self : says;
        });
    }

    private void look(Consumer<Electorate> look) {
        parts.ifStarted(() -> look.accept(known()));
    }

    private Electorate known() {
        Electorate known = electorate;
        if (known == null) {
            throw new IllegalStateException("not started");
        }
        return known;
    }

    private record Form() implements Content<Voter> {

        @Override
        public Voter read(@Nullable Object json) {
            return Voter.of(json);
        }

        @Override
        public Object write(Voter part) {
            return part.toJson();
        }

        @Override
        public Voter copy(Voter part) {
            return part;
        }

        @Override
        public Change<Voter> readChange(@Nullable Object json) {
            throw new IllegalArgumentException("voters are told as a whole");
        }
    }
}
