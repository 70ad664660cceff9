package org.bayeux.server.engine.dispatch;

import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.ServerTransport;
import org.jspecify.annotations.Nullable;

/**
 * What {@code BayeuxServer.getContext()} answers: where the message came from that this thread is processing.
 *
 * <p>Thread-safe; each thread sees its own. Nothing stays behind on threads of the container.
 */
public final class CurrentConnection {

    /** One per server: several may run on one class loader. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Nesting> nesting = new ThreadLocal<>();

    /** The context of the message being processed on this thread, or {@code null}. */
    public @Nullable BayeuxContext context() {
        Nesting innermost = nesting.get();
        return innermost == null ? null : innermost.connection().context();
    }

    /** The transport of the message being processed on this thread, or {@code null}. */
    public @Nullable ServerTransport transport() {
        Nesting innermost = nesting.get();
        return innermost == null ? null : innermost.connection().transport();
    }

    void enter(EngineConnection connection) {
        nesting.set(new Nesting(connection, nesting.get()));
    }

    void leave() {
        Nesting innermost = nesting.get();
        Nesting outer = innermost == null ? null : innermost.outer();
        if (outer == null) {
            nesting.remove();
        } else {
            nesting.set(outer);
        }
    }

    /** A local session publishes inside the processing of a remote client's message. */
    private record Nesting(
            EngineConnection connection, @Nullable Nesting outer) {}
}
