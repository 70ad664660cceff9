package org.bayeux.server.config;

import java.util.List;
import java.util.Set;

/**
 * What operators see of a server.
 *
 * <p>Immutable.
 *
 * @param jmx whether it shows itself to JMX
 * @param traceSessions ids of the sessions whose story the log tells; {@code *} for all
 * @param observability who is told
 */
public record ManagementConfig(boolean jmx, Set<String> traceSessions, ObservabilityConfig observability) {

    /** Copies the set. */
    public ManagementConfig {
        traceSessions = Set.copyOf(traceSessions);
    }

    static ManagementConfig read(OptionReader reader) {
        Set<String> traced = reader.optionalText("traceSessions", "\\*|[^*\\s,]+(\\s*,\\s*[^*\\s,]+)*")
                .map(text -> Set.copyOf(List.of(text.split("\\s*,\\s*"))))
                .orElse(Set.of());
        return new ManagementConfig(reader.flag("jmx", true), traced, ObservabilityConfig.read(reader));
    }
}
