package org.bayeux.server.config;

import org.bayeux.api.ChannelId;

/**
 * How much of a channel name clients may send. All channels above a new one are made with it and all patterns that match it
 * are looked up, so without limits a short message would cost much.
 *
 * @param maxLength characters of a name, from 17, which the meta channels need
 * @param maxDepth segments of a name, from 2 to {@link ChannelId#MAX_DEPTH}
 */
public record ChannelLimits(int maxLength, int maxDepth) {

    private static final int LONGEST_META_CHANNEL = 17;
    private static final int LONGEST = 10_000;
    private static final int DEFAULT_LENGTH = 256;
    private static final int DEFAULT_DEPTH = 32;

    static ChannelLimits read(OptionReader reader) {
        return new ChannelLimits(
                reader.numberWithin("maxChannelLength", DEFAULT_LENGTH, LONGEST_META_CHANNEL, LONGEST),
                reader.numberWithin("maxChannelDepth", DEFAULT_DEPTH, 2, ChannelId.MAX_DEPTH));
    }

    /** Whether a name keeps both limits; nothing else is checked. */
    public boolean allow(String name) {
        return name.length() <= maxLength && segmentsOf(name) <= maxDepth;
    }

    /** As many as slashes, but one that ends the name begins no segment. */
    private static long segmentsOf(String name) {
        long slashes = name.chars().filter(c -> c == '/').count();
        return name.endsWith("/") ? slashes - 1 : slashes;
    }
}
