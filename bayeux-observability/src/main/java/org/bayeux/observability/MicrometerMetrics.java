package org.bayeux.observability;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.bayeux.api.server.SessionEnd;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.Loss;
import org.bayeux.server.spi.MessageTelemetry;
import org.bayeux.server.spi.ServerFigures;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one server in Micrometer: in the registry that is a bean, else in the global one. They are taken out when the
 * server stops, so that a registry which others share does not keep the application.
 *
 * <p>Thread-safe: the timer is written when the server opens and closes, read by all who flush.
 */
@Dependent
final class MicrometerMetrics implements MessageTelemetry {

    private final BeanManager manager;
    private final List<Runnable> removals = new CopyOnWriteArrayList<>();
    private volatile @Nullable Timer flushes;

    @Inject
    MicrometerMetrics(BeanManager manager) {
        this.manager = manager;
    }

    @Override
    public void opened(String name, BayeuxEngine engine) {
        if (!engine.config().management().observability().metrics()) {
            engine.server().removeListener(this);
            return;
        }
        MeterRegistry registry = manager.getExtension(ObservabilityExtension.class)
                .beans()
                .one(MeterRegistry.class, manager)
                .orElse(Metrics.globalRegistry);
        Tags tags = Tags.of("context", name.isEmpty() ? "/" : name);
        register(registry, tags, engine.figures());
        flushes = kept(
                registry,
                Timer.builder("bayeux.publish.flush")
                        .description(
                                "Time from the publication of a message until the transport has taken it for a receiver")
                        .tags(tags)
                        .register(registry));
    }

    private void register(MeterRegistry registry, Tags tags, ServerFigures figures) {
        Meters meters = new Meters(registry, tags, figures);
        meters.gauge("bayeux.sessions", "sessions", "Sessions, local ones included", ServerFigures::sessions);
        meters.gauge("bayeux.channels", "channels", "Channels", ServerFigures::channels);
        meters.gauge("bayeux.connects.held", "connects", "Connects that are held", ServerFigures::connectsHeld);
        meters.gauge("bayeux.queue.messages", "messages", "Messages that wait", ServerFigures::queuedMessages);
        meters.gauge("bayeux.queue.size", "bytes", "What the messages take that wait", ServerFigures::queuedBytes);
        meters.counter("bayeux.sessions.added", "sessions", "Sessions that began", ServerFigures::sessionsAdded);
        meters.counter(
                "bayeux.sessions.expired",
                "sessions",
                "Sessions whose client was silent for too long",
                it -> it.sessionsEnded(SessionEnd.EXPIRED));
        meters.counter("bayeux.messages.received", "messages", "Messages that came", ServerFigures::messagesReceived);
        meters.counter(
                "bayeux.messages.published",
                "messages",
                "Messages to subscribers, each once",
                ServerFigures::messagesPublished);
        meters.counter(
                "bayeux.messages.delivered",
                "messages",
                "Messages handed to transports",
                ServerFigures::messagesDelivered);
        meters.counter(
                "bayeux.messages.refused",
                "messages",
                "Messages answered with an error",
                ServerFigures::messagesRefused);
        meters.counter("bayeux.bytes.received", "bytes", "JSON that came", ServerFigures::bytesReceived);
        meters.counter("bayeux.bytes.sent", "bytes", "JSON handed to transports", ServerFigures::bytesSent);
        meters.counter("bayeux.sweeps", "sweeps", "Searches for unused channels", ServerFigures::sweeps);
        for (SessionEnd reason : SessionEnd.values()) {
            meters.tagged("reason", reason)
                    .counter(
                            "bayeux.sessions.ended",
                            "sessions",
                            "Sessions that have ended",
                            it -> it.sessionsEnded(reason));
        }
        for (Loss reason : Loss.values()) {
            meters.tagged("reason", reason)
                    .counter(
                            "bayeux.messages.dropped",
                            "messages",
                            "Messages that did not get to a receiver",
                            it -> it.messagesDropped(reason));
        }
    }

    @Override
    public void flushed(long nanos) {
        Timer timer = flushes;
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void closed(BayeuxEngine engine) {
        flushes = null;
        removals.forEach(Runnable::run);
        removals.clear();
    }

    private <M extends Meter> M kept(MeterRegistry registry, M meter) {
        removals.add(() -> registry.remove(meter));
        return meter;
    }

    /** Makes meters that read the same figures. */
    private final class Meters {

        private final MeterRegistry registry;
        private final Tags tags;
        private final ServerFigures figures;

        Meters(MeterRegistry registry, Tags tags, ServerFigures figures) {
            this.registry = registry;
            this.tags = tags;
            this.figures = figures;
        }

        Meters tagged(String key, Enum<?> value) {
            return new Meters(registry, tags.and(Tag.of(key, value.name().toLowerCase(Locale.ROOT))), figures);
        }

        void gauge(String name, String unit, String description, ToDoubleFunction<ServerFigures> value) {
            kept(
                    registry,
                    Gauge.builder(name, figures, value)
                            .baseUnit(unit)
                            .description(description)
                            .tags(tags)
                            .register(registry));
        }

        void counter(String name, String unit, String description, ToDoubleFunction<ServerFigures> value) {
            kept(
                    registry,
                    FunctionCounter.builder(name, figures, value)
                            .baseUnit(unit)
                            .description(description)
                            .tags(tags)
                            .register(registry));
        }
    }
}
