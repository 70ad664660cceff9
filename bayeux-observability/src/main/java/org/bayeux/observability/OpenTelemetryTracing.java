package org.bayeux.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.MessageTelemetry;
import org.bayeux.server.spi.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span of each message. Its name is the operation alone, since channels are many; no span tells a whole session id,
 * by which anybody could speak for the session.
 *
 * <p>Thread-safe: the tracer is written when the server opens and closes, read by all who publish.
 */
@Dependent
final class OpenTelemetryTracing implements MessageTelemetry {

    private final BeanManager manager;
    private volatile @Nullable Tracer tracer;

    @Inject
    OpenTelemetryTracing(BeanManager manager) {
        this.manager = manager;
    }

    @Override
    public void opened(String name, BayeuxEngine engine) {
        if (engine.config().management().observability().tracing()) {
            tracer = Telemetries.among(manager).getTracer(Telemetries.SCOPE);
        } else {
            engine.server().removeListener(this);
        }
    }

    @Override
    public void closed(BayeuxEngine engine) {
        tracer = null;
    }

    @Override
    public @Nullable Trace begun(@Nullable ServerSession from, @Nullable ServerSession to, ServerMessage message) {
        Tracer making = tracer;
        if (making == null) {
            return null;
        }
        String operation = to == null ? "publish" : "deliver";
        Context parent = TraceParent.of(message);
        Span span = making.spanBuilder(operation)
                .setParent(parent)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "cometd")
                .setAttribute("messaging.operation.name", operation)
                .setAttribute("messaging.operation.type", "send")
                .setAttribute("messaging.destination.name", message.getChannel())
                .startSpan();
        if (message.getId() != null) {
            span.setAttribute("messaging.message.id", message.getId());
        }
        if (from != null) {
            // The first characters of its id, as in logs.
            span.setAttribute("messaging.client.id", from.toString());
        }
        return new SpanTrace(span, parent.with(span));
    }
}
