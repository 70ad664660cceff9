package org.bayeux.server.config;

import java.util.List;
import java.util.Optional;
import org.bayeux.api.ChannelId;

/**
 * The server's place in a cluster, where the module for that is present (manual 9.5, table 8). Immutable.
 *
 * @param enabled whether it takes part
 * @param url the name of this node, which no other has; empty: made up
 * @param channels broadcast channels and patterns whose messages it wants from other nodes
 * @param cloud what keeps several applications on one network apart
 * @param secret what nodes have to know to be heard; empty: nothing
 * @param hazelcast where JNDI has the instance of Hazelcast to be used; empty: one of the application, or its own
 * @param enableAckExtension whether clients are offered acknowledged messages, if the application does not do so itself
 * @param clientDebug without effect: nodes are no clients of each other
 */
public record ClusterConfig(
        boolean enabled,
        Optional<String> url,
        List<String> channels,
        String cloud,
        Optional<String> secret,
        Optional<String> hazelcast,
        boolean enableAckExtension,
        boolean clientDebug) {

    private static final String CHANNELS =
            "a comma-separated list of broadcast channels and patterns ending in * or **";

    /** Copies the list. */
    public ClusterConfig {
        channels = List.copyOf(channels);
    }

    static ClusterConfig read(OptionReader reader) {
        return new ClusterConfig(
                reader.flag("oort.enabled", true),
                reader.optionalText("oort.url", "[^\\s,]+"),
                reader.value("oort.channels", CHANNELS, ClusterConfig::channels).orElse(List.of()),
                reader.text("oort.cloud", "bayeux", "[A-Za-z0-9._-]+"),
                reader.optionalText("oort.secret", ".{8,}"),
                reader.optionalText("oort.hazelcast", "(java:)?[A-Za-z0-9._/-]+"),
                reader.flag("enableAckExtension", true),
                reader.flag("clientDebug", false));
    }

    private static List<String> channels(String text) {
        return List.of(text.split(",", -1)).stream()
                .map(name -> new ChannelId(name.strip()))
                .map(ClusterConfig::broadcast)
                .toList();
    }

    private static String broadcast(ChannelId channel) {
        if (!channel.isBroadcast() || channel.isTemplate()) {
            throw new IllegalArgumentException(channel.getId());
        }
        return channel.getId();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "cluster " + cloud + (enabled ? "" : ", not enabled") + ", channels " + channels;
    }
}
