package org.bayeux.api;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the wild names above a channel.
 *
 * <p>Stateless.
 */
final class WildNames {

    private WildNames() {}

    /** Lists the wild names that match whatever a plain name or template matches, the closest first. */
    static List<String> above(ChannelId channel) {
        int fixed = channel.depthBeforeParameters();
        int parentDepth = channel.depth() - 1;
        List<String> names = new ArrayList<>(parentDepth + 2);
        if (fixed >= parentDepth) {
            names.add(child(channel, parentDepth, ChannelId.WILD));
        }
        for (int depth = Math.min(fixed, parentDepth); depth >= 0; depth--) {
            names.add(child(channel, depth, ChannelId.DEEPWILD));
        }
        return List.copyOf(names);
    }

    private static String child(ChannelId channel, int depth, String lastSegment) {
        String parent = channel.upTo(depth);
        return parent == null ? "/" + lastSegment : parent + "/" + lastSegment;
    }
}
