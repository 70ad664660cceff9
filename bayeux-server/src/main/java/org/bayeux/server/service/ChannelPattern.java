package org.bayeux.server.service;

import java.util.Map;
import java.util.Optional;
import org.bayeux.api.ChannelId;

/**
 * A channel name as an annotation gives it: plain, wild or a template.
 *
 * <p>Immutable.
 *
 * @param id the name as given
 * @param listeningOn the channel that sees everything the name stands for: the name itself, for a template a wild name
 */
public record ChannelPattern(ChannelId id, String listeningOn) {

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if it is not legal
     */
    public static ChannelPattern of(String name) {
        ChannelId id = new ChannelId(name);
        return new ChannelPattern(id, id.isTemplate() ? widened(id) : id.getId());
    }

    /** The values of the template's parameters in a channel name; empty if the name does not fit. */
    public Optional<Map<String, String>> bind(ChannelId channel) {
        if (!id.isTemplate()) {
            return Optional.of(Map.of());
        }
        return Optional.of(id.bind(channel)).filter(values -> !values.isEmpty());
    }

    private static String widened(ChannelId template) {
        String fixed = template.getRegularPart();
        int fixedDepth = fixed == null ? 0 : new ChannelId(fixed).depth();
        String wild = template.depth() == fixedDepth + 1 ? ChannelId.WILD : ChannelId.DEEPWILD;
        return (fixed == null ? "" : fixed) + '/' + wild;
    }
}
