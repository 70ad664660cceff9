package org.bayeux.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.bayeux.testkit.InMemoryClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MicrometerMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void sessionsAreSeenInTheRegistryThatIsABean() {
        try (Application application = shop()) {
            application.socket();
            application.socket();

            assertThat(registry.get("bayeux.sessions")
                            .tag("context", "/shop")
                            .gauge()
                            .value())
                    .isEqualTo(2);
        }
    }

    @Test
    void messagesAreCountedTimedAndWeighed() {
        try (Application application = shop()) {
            InMemoryClient client = application.socket().subscribes("/a");

            client.publishes("/a", "1");

            assertThat(registry.get("bayeux.publish.flush").timer().count()).isEqualTo(1);
            assertThat(registry.get("bayeux.publish.flush").timer().totalTime(TimeUnit.SECONDS))
                    .isPositive();
            assertThat(counted("bayeux.messages.published")).isEqualTo(1);
            assertThat(counted("bayeux.messages.delivered")).isEqualTo(1);
            assertThat(counted("bayeux.messages.received")).isGreaterThanOrEqualTo(4);
            assertThat(counted("bayeux.bytes.received")).isPositive();
            assertThat(counted("bayeux.bytes.sent")).isPositive();
        }
    }

    @Test
    void endsAndLossesHaveTheirReasons() {
        try (Application application = shop("maxQueue", "1", "maxQueuePolicy", "dropNewest")) {
            InMemoryClient client = application.socket();
            client.session().startBatch();
            client.session().deliver(null, "/a", "1");
            client.session().deliver(null, "/a", "2");
            assertThat(registry.get("bayeux.queue.messages").gauge().value()).isEqualTo(1);
            client.disconnects();

            assertThat(registry.get("bayeux.sessions.ended")
                            .tag("reason", "disconnected")
                            .functionCounter()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("bayeux.messages.dropped")
                            .tag("reason", "queue_full")
                            .functionCounter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void withoutABeanTheGlobalRegistryIsUsed() {
        try (Application application = Application.plain().open("")) {
            application.socket();

            assertThat(Metrics.globalRegistry
                            .get("bayeux.sessions")
                            .tag("context", "/")
                            .gauge())
                    .isNotNull();
        }
        assertThat(Metrics.globalRegistry.getMeters()).isEmpty();
    }

    @Test
    void aServerThatStopsTakesItsMetersOut() {
        shop().close();

        assertThat(registry.getMeters()).extracting(Meter::getId).isEmpty();
    }

    @Test
    @Tag("option:observability.metrics")
    void theyCanBeTurnedOff() {
        try (Application application = shop("observability.metrics", "false")) {
            application.socket();

            assertThat(registry.getMeters()).isEmpty();
        }
    }

    private double counted(String name) {
        return registry.get(name).functionCounter().count();
    }

    private Application shop(String... options) {
        return Application.with(MeterRegistry.class, registry, options).open("/shop");
    }
}
