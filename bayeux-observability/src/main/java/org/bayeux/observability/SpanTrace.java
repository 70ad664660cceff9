package org.bayeux.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.bayeux.server.spi.Trace;

/**
 * The span of one message. Thread-safe.
 *
 * @param context what the message is part of, with the span
 */
record SpanTrace(Span span, Context context) implements Trace {

    @Override
    @SuppressWarnings("MustBeClosedChecker") // who enters closes
    public Scope enter() {
        return context.makeCurrent()::close;
    }

    @Override
    public void end(int flushed, int lost) {
        span.setAttribute("bayeux.receivers.flushed", flushed);
        span.setAttribute("bayeux.receivers.lost", lost);
        span.end();
    }
}
