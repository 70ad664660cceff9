package org.bayeux.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.bayeux.api.server.SessionEnd;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.Loss;
import org.bayeux.server.spi.MessageTelemetry;
import org.bayeux.server.spi.ServerFigures;
import org.jspecify.annotations.Nullable;

/**
 * The instruments of one server in OpenTelemetry, closed when it stops.
 *
 * <p>Thread-safe: the histogram is written when the server opens and closes, read by all who flush.
 */
@Dependent
final class OpenTelemetryMetrics implements MessageTelemetry {

    private static final AttributeKey<String> CONTEXT = AttributeKey.stringKey("bayeux.context");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("bayeux.reason");
    private static final AttributeKey<String> DIRECTION = AttributeKey.stringKey("network.io.direction");
    private static final double NANOS_PER_SECOND = 1e9;

    /** The semantic conventions' buckets for durations. */
    private static final List<Double> SECONDS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

    private final BeanManager manager;
    private final List<AutoCloseable> instruments = new CopyOnWriteArrayList<>();
    private volatile @Nullable Flushes flushes;

    @Inject
    OpenTelemetryMetrics(BeanManager manager) {
        this.manager = manager;
    }

    @Override
    public void opened(String name, BayeuxEngine engine) {
        if (!engine.config().management().observability().metrics()) {
            engine.server().removeListener(this);
            return;
        }
        Meter meter = Telemetries.among(manager).getMeter(Telemetries.SCOPE);
        Attributes attributes = Attributes.of(CONTEXT, name.isEmpty() ? "/" : name);
        upAndDown(meter, attributes, engine.figures());
        counters(meter, attributes, engine.figures());
        flushes = new Flushes(histogram(meter), attributes);
    }

    private static DoubleHistogram histogram(Meter meter) {
        DoubleHistogramBuilder builder = meter.histogramBuilder("bayeux.flush.duration")
                .setUnit("s")
                .setDescription(
                        "Time from the publication of a message until the transport has taken it for a receiver");
        try {
            builder.setExplicitBucketBoundariesAdvice(SECONDS);
        } catch (NoSuchMethodError e) {
            // Payara has an older API, which takes no advice.
        }
        return builder.build();
    }

    private void upAndDown(Meter meter, Attributes all, ServerFigures figures) {
        upDown(meter, "bayeux.session.count", "{session}", figures, all, ServerFigures::sessions);
        upDown(meter, "bayeux.channel.count", "{channel}", figures, all, ServerFigures::channels);
        upDown(meter, "bayeux.connect.held", "{connect}", figures, all, ServerFigures::connectsHeld);
        upDown(meter, "bayeux.queue.message.count", "{message}", figures, all, ServerFigures::queuedMessages);
        upDown(meter, "bayeux.queue.size", "By", figures, all, ServerFigures::queuedBytes);
    }

    private void counters(Meter meter, Attributes all, ServerFigures figures) {
        counter(meter, "bayeux.sessions.added", "{session}", figures, all, ServerFigures::sessionsAdded);
        counter(meter, "bayeux.messages.received", "{message}", figures, all, ServerFigures::messagesReceived);
        counter(meter, "bayeux.messages.published", "{message}", figures, all, ServerFigures::messagesPublished);
        counter(meter, "bayeux.messages.delivered", "{message}", figures, all, ServerFigures::messagesDelivered);
        counter(meter, "bayeux.messages.refused", "{message}", figures, all, ServerFigures::messagesRefused);
        counter(meter, "bayeux.sweeps", "{sweep}", figures, all, ServerFigures::sweeps);
        counter(meter, "bayeux.io", "By", it -> {
            it.record(figures.bytesReceived(), with(all, DIRECTION, "receive"));
            it.record(figures.bytesSent(), with(all, DIRECTION, "transmit"));
        });
        counter(meter, "bayeux.sessions.ended", "{session}", it -> {
            for (SessionEnd reason : SessionEnd.values()) {
                it.record(figures.sessionsEnded(reason), with(all, REASON, told(reason)));
            }
        });
        counter(meter, "bayeux.messages.dropped", "{message}", it -> {
            for (Loss reason : Loss.values()) {
                it.record(figures.messagesDropped(reason), with(all, REASON, told(reason)));
            }
        });
    }

    private void upDown(
            Meter meter,
            String name,
            String unit,
            ServerFigures figures,
            Attributes attributes,
            ToLongFunction<ServerFigures> value) {
        instruments.add(meter.upDownCounterBuilder(name)
                .setUnit(unit)
                .buildWithCallback(it -> it.record(value.applyAsLong(figures), attributes)));
    }

    private void counter(
            Meter meter,
            String name,
            String unit,
            ServerFigures figures,
            Attributes attributes,
            ToLongFunction<ServerFigures> value) {
        counter(meter, name, unit, it -> it.record(value.applyAsLong(figures), attributes));
    }

    private void counter(Meter meter, String name, String unit, Consumer<ObservableLongMeasurement> reading) {
        instruments.add(meter.counterBuilder(name).setUnit(unit).buildWithCallback(reading));
    }

    private static Attributes with(Attributes all, AttributeKey<String> key, String value) {
        return all.toBuilder().put(key, value).build();
    }

    private static String told(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void flushed(long nanos) {
        Flushes recording = flushes;
        if (recording != null) {
            recording.durations().record(nanos / NANOS_PER_SECOND, recording.attributes());
        }
    }

    @Override
    public void closed(BayeuxEngine engine) {
        flushes = null;
        for (AutoCloseable instrument : instruments) {
            close(instrument);
        }
        instruments.clear();
    }

    private static void close(AutoCloseable instrument) {
        try {
            instrument.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private record Flushes(DoubleHistogram durations, Attributes attributes) {}
}
