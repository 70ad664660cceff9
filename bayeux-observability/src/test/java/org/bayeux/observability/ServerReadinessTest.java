package org.bayeux.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bayeux.server.spi.ReadinessCondition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.spi.HealthCheckResponseProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ServerReadinessTest {

    @BeforeEach
    void provideResponses() {
        HealthCheckResponse.setResponseProvider(new Responses());
    }

    @AfterEach
    void takeThemBack() {
        HealthCheckResponse.setResponseProvider(null);
    }

    @Test
    void readyWhileClientsCanCome() {
        try (Application application = Application.plain()) {
            HealthCheck check = check(application);
            assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);

            application.open("/shop").socket();

            HealthCheckResponse ready = check.call();
            assertThat(ready.getName()).isEqualTo("bayeux");
            assertThat(ready.getStatus()).isEqualTo(Status.UP);
            assertThat(ready.getData()).hasValue(Map.of("endpoint", "/shop/cometd", "sessions", 1L));
        }
    }

    @Test
    void notReadyOnceTheServerBeginsToStop() {
        try (Application application = Application.plain().open("/shop")) {
            application.started().engine().stopsSoon();

            assertThat(check(application).call().getStatus()).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void notReadyWhileAConditionIsNotFulfilled() {
        AtomicBoolean joined = new AtomicBoolean();
        ReadinessCondition cluster = new ReadinessCondition() {
            @Override
            public String name() {
                return "cluster";
            }

            @Override
            public boolean isFulfilled() {
                return joined.get();
            }
        };
        try (Application application =
                Application.with(ReadinessCondition.class, cluster).open("/shop")) {
            assertThat(check(application).call().getStatus()).isEqualTo(Status.DOWN);
            assertThat(check(application).call().getData().orElseThrow()).containsEntry("cluster", false);

            joined.set(true);

            assertThat(check(application).call().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    @Tag("option:observability.health")
    void turnedOffItLooksAtNothing() {
        try (Application application =
                Application.plain("observability.health", "false").open("/shop")) {
            HealthCheckResponse off = check(application).call();

            assertThat(off.getStatus()).isEqualTo(Status.UP);
            assertThat(off.getData()).isEmpty();
        }
    }

    private static HealthCheck check(Application application) {
        return application.get(HealthCheck.class, Readiness.Literal.INSTANCE);
    }

    private static final class Responses implements HealthCheckResponseProvider {

        @Override
        public HealthCheckResponseBuilder createResponseBuilder() {
            return new Response();
        }
    }

    private static final class Response extends HealthCheckResponseBuilder {

        private final Map<String, Object> data = new HashMap<>();
        private String name;
        private Status status;

        @Override
        public HealthCheckResponseBuilder name(String given) {
            name = given;
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, String value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, long value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, boolean value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder up() {
            return status(true);
        }

        @Override
        public HealthCheckResponseBuilder down() {
            return status(false);
        }

        @Override
        public HealthCheckResponseBuilder status(boolean up) {
            status = up ? Status.UP : Status.DOWN;
            return this;
        }

        @Override
        public HealthCheckResponse build() {
            return new HealthCheckResponse(name, status, data.isEmpty() ? Optional.empty() : Optional.of(data));
        }
    }
}
