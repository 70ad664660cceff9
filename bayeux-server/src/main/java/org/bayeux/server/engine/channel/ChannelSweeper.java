package org.bayeux.server.engine.channel;

import java.util.List;

/**
 * Removes channels that were found unused three times in a row (manual 9.3.2.4), together with those above that
 * were kept by nothing else.
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

    /** Looks at each channel once, then removes those that can go. */
    public void sweep() {
        List<RegisteredChannel> all = channels.all();
        for (RegisteredChannel channel : all) {
            channel.countSweep(index);
        }
        for (RegisteredChannel channel : all) {
            removeUpwards(channel);
        }
    }

    /** A channel may have been all that kept those above. */
    private void removeUpwards(RegisteredChannel lowest) {
        RegisteredChannel channel = lowest;
        while (channel != null && channel.unusedSweeps() >= NEEDED_SWEEPS && channels.removeUnused(channel)) {
            channel = channel.parent();
        }
    }
}
