package org.bayeux.it.watched.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the application watches with. */
@ApplicationScoped
public class Watchers {

    private final FinishedSpans finished = new FinishedSpans();
    private final SdkTracerProvider tracers = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(finished))
            .build();

    /** The meters. */
    @Produces
    @Singleton
    MeterRegistry registry() {
        return new SimpleMeterRegistry();
    }

    /** The maker of spans. */
    @Produces
    @Singleton
    OpenTelemetry openTelemetry() {
        return OpenTelemetrySdk.builder().setTracerProvider(tracers).build();
    }

    /** The spans that have ended, one a line: trace, name, channel. */
    String spans() {
        StringBuilder lines = new StringBuilder();
        finished.spans().forEach(span -> lines.append(span.getTraceId())
                .append(' ')
                .append(span.getName())
                .append(' ')
                .append(span.getAttributes().asMap().values())
                .append('\n'));
        return lines.toString();
    }

    @PreDestroy
    void close() {
        tracers.close();
    }
}
