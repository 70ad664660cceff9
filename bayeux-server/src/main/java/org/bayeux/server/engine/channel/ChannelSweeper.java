package org.bayeux.server.engine.channel;

/**
 * Removes channels that were found unused three times in a row (manual 9.3.2.4).
 *
 * <p>Confined: sweeps do not overlap.
 */
public final class ChannelSweeper {

    private static final int NEEDED_SWEEPS = 3;

    private final ChannelRegistry channels;
    private final SubscriptionIndex index;

    /** Makes a sweeper of these channels. */
    public ChannelSweeper(ChannelRegistry channels, SubscriptionIndex index) {
        this.channels = channels;
        this.index = index;
    }

    /** Looks at each channel once. */
    public void sweep() {
        for (RegisteredChannel channel : channels.all()) {
            if (channel.isSwept(index.isUnused(channel.getId()), NEEDED_SWEEPS)
                    && channels.removeChildless(channel)
                    && !index.isUnused(channel.getId())) {
                // Somebody subscribed in between and may not have seen that the channel was going.
                channels.createIfAbsent(channel.getChannelId());
            }
        }
    }
}
