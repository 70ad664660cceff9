package org.bayeux.oort.object;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a node says of itself where nodes choose one of them.
 *
 * @param id tells it from others, and from itself before it started anew
 * @param since when it came, in milliseconds of its own clock: older ones come first
 * @param candidate whether it may be chosen
 * @param sees the ids of those it knows, its own included
 * @param doubtful whether it knows of others that may have chosen without it
 * @param round grows whenever {@code sees} changes, and is the same for all nodes once these agree
 * @param reserved all numbers below this one may have been given out
 * @param by the id of the node that reserved the last of them
 */
record Voter(
        String id,
        long since,
        boolean candidate,
        Set<String> sees,
        boolean doubtful,
        long round,
        long reserved,
        String by) {

    static final Comparator<Voter> OLDEST_FIRST =
            Comparator.comparingLong(Voter::since).thenComparing(Voter::id);

    private static final int FIELDS = 8;

    List<Object> toJson() {
        return List.of(id, since, candidate, List.copyOf(sees), doubtful, round, reserved, by);
    }

    Voter seeing(Set<String> ids, boolean inDoubt, long inRound) {
        return new Voter(id, since, candidate, ids, inDoubt, inRound, reserved, by);
    }

    Voter reserving(long to, String owner) {
        return new Voter(id, since, candidate, sees, doubtful, round, to, owner);
    }

    /** Whether this node may agree to a block; it may have heard of that from another before it is asked. */
    boolean mayAccept(long from, long to, String owner) {
        return from >= reserved || (to == reserved && owner.equals(by));
    }

    /** Whether both see the same, in the same round and without a doubt. */
    boolean agreesWith(Voter other) {
        return !doubtful && !other.doubtful && round == other.round && sees.equals(other.sees);
    }

    static Voter of(@Nullable Object json) {
        if (json instanceof List<?> fields
                && fields.size() == FIELDS
                && fields.get(0) instanceof String id
                && fields.get(1) instanceof Number since
                && fields.get(2) instanceof Boolean candidate
                && fields.get(3) instanceof Collection<?> sees
                && fields.get(4) instanceof Boolean doubtful
                && fields.get(5) instanceof Number round
                && fields.get(6) instanceof Number reserved
                && fields.get(7) instanceof String by) {
            Set<String> ids = new TreeSet<>();
            sees.forEach(it -> ids.add(String.valueOf(it)));
            return new Voter(
                    id, since.longValue(), candidate, ids, doubtful, round.longValue(), reserved.longValue(), by);
        }
        throw new IllegalArgumentException("no voter: " + json);
    }
}
