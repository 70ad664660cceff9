package org.bayeux.server.engine.context;

import java.util.concurrent.Executor;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.ServerTransport;
import org.jspecify.annotations.Nullable;

/**
 * What {@code BayeuxServer.getContext()} answers: where the message came from that this thread is processing.
 *
 * <p>Thread-safe; each thread sees its own. Nothing stays behind on threads of the container.
 */
public final class CurrentRequest {

    /** One per server: several may run on one class loader. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Nesting> nesting = new ThreadLocal<>();

    /** Made once per server. */
    public CurrentRequest() {}

    /** The context of the message being processed on this thread, or {@code null}. */
    public @Nullable BayeuxContext context() {
        Nesting innermost = nesting.get();
        return innermost == null ? null : innermost.context();
    }

    /** The transport of the message being processed on this thread, or {@code null}. */
    public @Nullable ServerTransport transport() {
        Nesting innermost = nesting.get();
        return innermost == null ? null : innermost.transport();
    }

    /** This thread begins to process what came by a request; {@link #leave} must follow. */
    public void enter(BayeuxContext context, ServerTransport transport) {
        nesting.set(new Nesting(context, transport, nesting.get()));
    }

    /** This thread has processed what it entered last. */
    public void leave() {
        Nesting innermost = nesting.get();
        restore(innermost == null ? null : innermost.outer());
    }

    /** Runs work on the thread that hands it over, as part of what this thread is processing now. */
    public Executor here() {
        Nesting captured = nesting.get();
        return work -> {
            Nesting before = nesting.get();
            restore(captured);
            try {
                work.run();
            } finally {
                restore(before);
            }
        };
    }

    private void restore(@Nullable Nesting changed) {
        if (changed == null) {
            nesting.remove();
        } else {
            nesting.set(changed);
        }
    }

    /** A request may be processed while another is, on the same thread. */
    private record Nesting(
            BayeuxContext context,
            ServerTransport transport,
            @Nullable Nesting outer) {}
}
