package org.bayeux.server.config;

/**
 * Who is told about a server, where the libraries for that are present. Immutable.
 *
 * @param health whether the health check looks at the server
 * @param metrics whether its figures become metrics
 * @param tracing whether messages become spans
 */
public record ObservabilityConfig(boolean health, boolean metrics, boolean tracing) {

    static ObservabilityConfig read(OptionReader reader) {
        return new ObservabilityConfig(
                reader.flag("observability.health", true),
                reader.flag("observability.metrics", true),
                reader.flag("observability.tracing", true));
    }
}
