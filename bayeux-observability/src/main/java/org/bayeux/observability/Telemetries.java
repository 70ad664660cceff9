package org.bayeux.observability;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.spi.BeanManager;

/** Where the OpenTelemetry of an application is. Stateless. */
final class Telemetries {

    /** Names who makes metrics and spans. */
    static final String SCOPE = "org.bayeux";

    private Telemetries() {}

    /** The one that is a bean; else the global one, which is left for others to be set if nobody has yet. */
    static OpenTelemetry among(BeanManager manager) {
        return manager.getExtension(ObservabilityExtension.class)
                .beans()
                .one(OpenTelemetry.class, manager)
                .orElseGet(Telemetries::global);
    }

    private static OpenTelemetry global() {
        try {
            return GlobalOpenTelemetry.getOrNoop();
        } catch (NoSuchMethodError e) {
            // Servers may bring an older API.
            return GlobalOpenTelemetry.get();
        }
    }
}
