package org.bayeux.observability;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.ReadinessCondition;
import org.bayeux.server.spi.Telemetry;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while clients can come to all Bayeux servers of the application, and every {@link ReadinessCondition} is fulfilled.
 *
 * <p>Thread-safe: servers are added and removed by the threads that start and stop them, and read by those of the checks.
 */
@Readiness
@Singleton
final class ServerReadiness implements HealthCheck, Telemetry {

    private static final String NAME = "bayeux";

    private final BeanManager manager;
    private final Map<BayeuxEngine, Endpoint> open = new ConcurrentHashMap<>();

    /** Written when a server begins to stop: an application that stops does not start again. */
    private volatile boolean closing;

    @Inject
    ServerReadiness(BeanManager manager) {
        this.manager = manager;
    }

    @Override
    public void opened(String name, BayeuxEngine engine) {
        open.put(engine, new Endpoint(name, engine, conditions()));
    }

    private List<ReadinessCondition> conditions() {
        return manager.getExtension(ObservabilityExtension.class).beans().all(ReadinessCondition.class, manager);
    }

    @Override
    public void closing(BayeuxEngine engine) {
        closing = true;
    }

    @Override
    public void closed(BayeuxEngine engine) {
        closing = true;
        open.remove(engine);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME);
        List<Endpoint> wanted =
                open.values().stream().filter(Endpoint::isWanted).toList();
        boolean up = !closing && !open.isEmpty();
        if (!wanted.isEmpty()) {
            response.withData(
                            "endpoint",
                            wanted.stream().map(Endpoint::path).sorted().collect(Collectors.joining(",")))
                    .withData(
                            "sessions",
                            wanted.stream().mapToLong(Endpoint::sessions).sum());
            for (ReadinessCondition condition : wanted.get(0).conditions()) {
                boolean fulfilled = condition.isFulfilled();
                response.withData(condition.name(), fulfilled);
                up &= fulfilled;
            }
        }
        return response.status(up).build();
    }

    /** Where clients can come. */
    private record Endpoint(String context, BayeuxEngine engine, List<ReadinessCondition> conditions) {

        /** Somebody who wants no health check does not want to be called unhealthy either. */
        boolean isWanted() {
            return engine.config().management().observability().health();
        }

        String path() {
            return context + engine.config().options().getOrDefault("path", "/cometd");
        }

        long sessions() {
            return engine.figures().sessions();
        }
    }
}
