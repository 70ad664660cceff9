package org.bayeux.observability;

import java.util.List;

/**
 * A library that an application may have.
 *
 * <p>Immutable.
 *
 * @param needed a class of it
 * @param beans the classes that use it, by their names so that nothing is loaded in vain
 */
record Library(String needed, List<String> beans) {

    /** All that can be used. */
    static final List<Library> ALL = List.of(
            new Library("org.eclipse.microprofile.health.HealthCheck", List.of("ServerReadiness")),
            new Library("io.micrometer.core.instrument.MeterRegistry", List.of("MicrometerMetrics")),
            new Library("io.opentelemetry.api.OpenTelemetry", List.of("OpenTelemetryMetrics", "OpenTelemetryTracing")));

    /** Its beans; none where the library is not to be seen. */
    List<Class<?>> beansFor(ClassLoader loader) {
        return isSeenBy(loader)
                ? beans.stream().<Class<?>>map(name -> bean(name, loader)).toList()
                : List.of();
    }

    private boolean isSeenBy(ClassLoader loader) {
        try {
            Class.forName(needed, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static Class<?> bean(String name, ClassLoader loader) {
        try {
            return Class.forName(Library.class.getPackageName() + "." + name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
