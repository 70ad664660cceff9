package org.bayeux.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.testkit.InMemoryClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OpenTelemetryTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .build();

    @AfterEach
    void close() {
        sdk.close();
    }

    @Test
    void aMessageIsASpanFromPublishToFlush() {
        try (Application application = shop()) {
            InMemoryClient client = application.socket().subscribes("/a");

            client.sends("{'channel':'/a','clientId':'$id','id':'7','data':1}");

            SpanData span = onlySpan();
            assertThat(span.getName()).isEqualTo("publish");
            assertThat(span.getKind()).isEqualTo(SpanKind.PRODUCER);
            assertThat(text(span, "messaging.system")).isEqualTo("cometd");
            assertThat(text(span, "messaging.operation.type")).isEqualTo("send");
            assertThat(text(span, "messaging.destination.name")).isEqualTo("/a");
            assertThat(text(span, "messaging.message.id")).isEqualTo("7");
            assertThat(span.getAttributes().get(AttributeKey.longKey("bayeux.receivers.flushed")))
                    .isEqualTo(1);
            assertThat(span.getAttributes().get(AttributeKey.longKey("bayeux.receivers.lost")))
                    .isZero();
        }
    }

    @Test
    void noSpanTellsAWholeSessionId() {
        try (Application application = shop()) {
            InMemoryClient client = application.socket();

            client.publishes("/a", "1");

            assertThat(onlySpan().getAttributes().asMap().values())
                    .noneMatch(value -> value.toString().contains(client.id()));
            assertThat(text(onlySpan(), "messaging.client.id"))
                    .isEqualTo(client.session().toString());
        }
    }

    @Test
    void theParentIsWhatTheMessageSays() {
        try (Application application = shop()) {
            application
                    .socket()
                    .sends("{'channel':'/a','clientId':'$id','data':1,'ext':{'traceparent':'00-" + TRACE + "-" + PARENT
                            + "-01'}}");

            assertThat(onlySpan().getTraceId()).isEqualTo(TRACE);
            assertThat(onlySpan().getParentSpanId()).isEqualTo(PARENT);
        }
    }

    @Test
    void aParentThatIsNoneIsIgnored() {
        try (Application application = shop()) {
            InMemoryClient client = application.socket();
            client.sends("{'channel':'/a','clientId':'$id','data':1,'ext':{'traceparent':'00-xyz'}}");
            client.sends("{'channel':'/a','clientId':'$id','data':1,'ext':{'traceparent':7}}");

            assertThat(spans.getFinishedSpanItems()).hasSize(2).allSatisfy(it -> assertThat(
                            it.getParentSpanContext().isValid())
                    .isFalse());
        }
    }

    @Test
    void otherwiseTheParentIsWhatTheThreadWorksOn() {
        try (Application application = shop()) {
            Span request = sdk.getTracer("test").spanBuilder("request").startSpan();
            Scope scope = request.makeCurrent();
            try {
                application.socket().publishes("/a", "1");
            } finally {
                scope.close();
            }

            assertThat(onlySpan().getParentSpanId())
                    .isEqualTo(request.getSpanContext().getSpanId());
        }
    }

    @Test
    void theSpanIsCurrentWhileListenersRun() {
        try (Application application = shop()) {
            List<String> current = new ArrayList<>();
            ServerChannel channel = application
                    .started()
                    .engine()
                    .server()
                    .createChannelIfAbsent("/a")
                    .getReference();
            channel.addListener((ServerChannel.MessageListener) (session, it, message) ->
                    current.add(Span.current().getSpanContext().getSpanId()));

            application.socket().publishes("/a", "1");

            assertThat(current).containsExactly(onlySpan().getSpanId());
            assertThat(Span.current().getSpanContext().isValid()).isFalse();
        }
    }

    @Test
    void figuresAreReadWhenTheyAreCollected() {
        try (Application application = shop()) {
            InMemoryClient client = application.socket().subscribes("/a");
            client.publishes("/a", "1");

            Collection<MetricData> collected = metrics.collectAllMetrics();
            assertThat(point(collected, "bayeux.session.count").getValue()).isEqualTo(1);
            assertThat(point(collected, "bayeux.session.count")
                            .getAttributes()
                            .get(AttributeKey.stringKey("bayeux.context")))
                    .isEqualTo("/shop");
            assertThat(point(collected, "bayeux.messages.published").getValue()).isEqualTo(1);
            assertThat(named(collected, "bayeux.flush.duration")
                            .getHistogramData()
                            .getPoints())
                    .singleElement()
                    .satisfies(it -> assertThat(it.getCount()).isEqualTo(1));
            assertThat(named(collected, "bayeux.flush.duration").getUnit()).isEqualTo("s");
        }
    }

    @Test
    void nothingIsReadOnceTheServerHasStopped() {
        shop().close();

        assertThat(metrics.collectAllMetrics()).isEmpty();
    }

    @Test
    @Tag("option:observability.tracing")
    void spansCanBeTurnedOff() {
        try (Application application = shop("observability.tracing", "false")) {
            application.socket().publishes("/a", "1");

            assertThat(spans.getFinishedSpanItems()).isEmpty();
            assertThat(metrics.collectAllMetrics()).isNotEmpty();
        }
    }

    private Application shop(String... options) {
        return Application.with(OpenTelemetry.class, sdk, options).open("/shop");
    }

    private SpanData onlySpan() {
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        return spans.getFinishedSpanItems().get(0);
    }

    private static String text(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.stringKey(key));
    }

    private static MetricData named(Collection<MetricData> collected, String name) {
        return collected.stream()
                .filter(it -> it.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static LongPointData point(Collection<MetricData> collected, String name) {
        return named(collected, name).getLongSumData().getPoints().iterator().next();
    }
}
