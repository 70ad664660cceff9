package org.bayeux.oort.interest;

import org.bayeux.api.ChannelId;

/** Whether there may be a channel that two patterns match; a channel without wildcard is a pattern for itself. */
final class Overlap {

    private Overlap() {}

    static boolean between(ChannelId one, ChannelId other) {
        int fixed = Math.min(fixed(one), fixed(other));
        for (int i = 0; i < fixed; i++) {
            if (!String.valueOf(one.getSegment(i)).equals(other.getSegment(i))) {
                return false;
            }
        }
        return reaches(one, other.depth()) && reaches(other, one.depth());
    }

    /** Whether it matches a channel that is as deep as one of a pattern of that depth may be. */
    private static boolean reaches(ChannelId pattern, int depth) {
        return pattern.isDeepWild() || depth <= pattern.depth();
    }

    private static int fixed(ChannelId pattern) {
        return pattern.isWild() ? pattern.depth() - 1 : pattern.depth();
    }
}
