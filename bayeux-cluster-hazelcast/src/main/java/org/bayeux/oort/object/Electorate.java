package org.bayeux.oort.object;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Of which nodes a majority is needed to choose one, as one node sees it: dynamic voting. A node that has ended is none of
 * them any more. Those that fell silent remain, since they may live on and choose too, until those that are left see each
 * other, and each is the majority by its own knowledge; then they alone are the electorate. Newcomers are of it once all see
 * each other.
 *
 * <p>Nodes settle on a set when all of it say that they see it, in the same round. The one that says so last may never
 * learn that the others have settled. So what a node has said binds it until it settles itself: it is no majority without
 * one of those sets either. Its rounds grow, so that nobody takes what it said before for what it says now.
 *
 * <p>Confined to the lock of whoever has it.
 */
final class Electorate {

    private final String self;
    private final Map<String, Voter> present = new HashMap<>();
    private final Map<String, Voter> electorate = new HashMap<>();

    /** On these the others may have settled, since this node has said that it sees them. */
    private final List<Map<String, Voter>> proposed = new ArrayList<>();

    /** The greatest round that this node knows. */
    private long latest;

    /** Begins with this node alone. */
    Electorate(Voter self) {
        this.self = self.id();
        this.latest = self.round();
        present.put(self.id(), self);
        electorate.put(self.id(), self);
    }

    /** Another node says this of itself. */
    void heard(Voter voter) {
        latest = Math.max(latest, voter.round());
        present.put(voter.id(), voter);
    }

    /** A node is gone. */
    void left(String id, boolean silent) {
        present.remove(id);
        if (!silent) {
            electorate.remove(id);
            proposed.forEach(it -> it.remove(id));
        }
    }

    /** What this node has to say of itself now, and what follows from that for itself. */
    Voter says(Voter before) {
        Set<String> ids = ids();
        boolean majority = isMajority();
        Voter now = before.seeing(ids, !majority, roundOf(before, ids));
        latest = Math.max(latest, now.round());
        present.put(self, now);
        if (majority) {
            propose(ids);
            settle(now);
        }
        return now;
    }

    /** That of the others if they see the same, but never one that this node has said of something else. */
    private long roundOf(Voter before, Set<String> ids) {
        long agreed = present.values().stream()
                .filter(it -> !it.id().equals(self) && it.sees().equals(ids))
                .mapToLong(Voter::round)
                .max()
                .orElse(0);
        if (before.sees().equals(ids)) {
            return Math.max(before.round(), agreed);
        }
        return agreed > before.round() ? agreed : latest + 1;
    }

    private void propose(Set<String> ids) {
        if (!electorate.keySet().equals(ids)
                && proposed.stream().noneMatch(it -> it.keySet().equals(ids))) {
            proposed.add(new HashMap<>(present));
        }
    }

    private void settle(Voter mine) {
        if (present.values().stream().allMatch(it -> it.agreesWith(mine))) {
            electorate.clear();
            electorate.putAll(present);
            proposed.clear();
        }
    }

    /** The ids of those that are there. */
    Set<String> ids() {
        return new TreeSet<>(present.keySet());
    }

    /** Whether those that are there may choose, as far as this node knows itself. */
    boolean isMajority() {
        return isMajority(present.keySet());
    }

    /** Whether those may. */
    boolean isMajority(Set<String> ids) {
        return isMajority(ids, electorate) && proposed.stream().allMatch(it -> isMajority(ids, it));
    }

    private static boolean isMajority(Set<String> ids, Map<String, Voter> voters) {
        long there = voters.keySet().stream().filter(ids::contains).count();
        if (2 * there == voters.size()) {
            // Of two halves only one has the oldest.
            return voters.values().stream()
                    .min(Voter.OLDEST_FIRST)
                    .filter(it -> ids.contains(it.id()))
                    .isPresent();
        }
        return 2 * there > voters.size();
    }

    /** Who is chosen; {@code null}: nobody, for now. */
    @Nullable
    Voter chosen() {
        Collection<Voter> voters = present.values();
        if (!isMajority() || voters.stream().anyMatch(Voter::doubtful)) {
            return null;
        }
        return voters.stream().filter(Voter::candidate).min(Voter.OLDEST_FIRST).orElse(null);
    }
}
