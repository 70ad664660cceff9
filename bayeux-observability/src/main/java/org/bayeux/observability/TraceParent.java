package org.bayeux.observability;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import org.bayeux.api.Message;
import org.jspecify.annotations.Nullable;

/** Finds out what a message is part of: {@code traceparent} in its {@code ext}, else what the thread works on. Stateless. */
final class TraceParent {

    private static final List<String> FIELDS = List.of("traceparent", "tracestate");
    private static final TextMapGetter<Map<String, ?>> EXT = new Ext();

    private TraceParent() {}

    static Context of(Message message) {
        Map<String, ?> ext = message.get(Message.EXT_FIELD) == null ? null : message.getExt();
        Context current = Context.current();
        return ext == null || !(ext.get("traceparent") instanceof String)
                ? current
                : W3CTraceContextPropagator.getInstance().extract(current, ext, EXT);
    }

    private static final class Ext implements TextMapGetter<Map<String, ?>> {

        @Override
        public Iterable<String> keys(Map<String, ?> ext) {
            return FIELDS;
        }

        @Override
        public @Nullable String get(@Nullable Map<String, ?> ext, String key) {
            return ext != null && ext.get(key) instanceof String text ? text : null;
        }
    }
}
