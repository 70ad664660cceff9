package org.bayeux.oort.object;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Of which nodes a majority is needed to choose one, as one node sees it. A node that has ended is none of them any more.
 * Those that fell silent remain, since they may live on and choose too, until those that are left see each other and are
 * the majority; then they alone are the electorate. Newcomers are of it once all see each other.
 *
 * <p>Confined to the lock of whoever has it.
 */
final class Electorate {

    private final Map<String, Voter> present = new HashMap<>();
    private final Map<String, Voter> electorate = new HashMap<>();

    /** Begins with this node alone. */
    Electorate(Voter self) {
        present.put(self.id(), self);
        electorate.put(self.id(), self);
    }

    /** A node says this of itself. */
    void heard(Voter voter) {
        present.put(voter.id(), voter);
        electorate.computeIfPresent(voter.id(), (id, before) -> voter);
        settle();
    }

    /** A node is gone. */
    void left(String id, boolean silent) {
        present.remove(id);
        if (!silent) {
            electorate.remove(id);
        }
        settle();
    }

    /** The ids of those that are there. */
    Set<String> ids() {
        return new TreeSet<>(present.keySet());
    }

    Collection<Voter> present() {
        return present.values();
    }

    /** Whether those that are there may choose, as far as this node knows itself. */
    boolean isMajority() {
        long there = electorate.keySet().stream().filter(present::containsKey).count();
        if (2 * there == electorate.size()) {
            // Of two halves only one has the oldest.
            return electorate.values().stream()
                    .min(Voter.OLDEST_FIRST)
                    .filter(it -> present.containsKey(it.id()))
                    .isPresent();
        }
        return 2 * there > electorate.size();
    }

    /** Who is chosen; {@code null}: nobody, for now. */
    @Nullable
    Voter chosen() {
        if (!isMajority() || present.values().stream().anyMatch(Voter::doubtful)) {
            return null;
        }
        return present.values().stream()
                .filter(Voter::candidate)
                .min(Voter.OLDEST_FIRST)
                .orElse(null);
    }

    private void settle() {
        Set<String> ids = present.keySet();
        if (isMajority() && present.values().stream().allMatch(it -> it.sees().equals(ids))) {
            electorate.clear();
            electorate.putAll(present);
        }
    }
}
