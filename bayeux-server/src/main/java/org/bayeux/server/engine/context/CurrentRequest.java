package org.bayeux.server.engine.context;

import java.util.concurrent.Executor;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.spi.CurrentSession;
import org.jspecify.annotations.Nullable;

/**
 * What {@code BayeuxServer.getContext()} answers: where the message came from that this thread is processing. And whose it
 * is, see {@link CurrentSession}.
 *
 * <p>Thread-safe; each thread sees its own. Nothing stays behind on threads of the container.
 */
public final class CurrentRequest implements CurrentSession {

    /** One per server: several may run on one class loader. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Nesting> nesting = new ThreadLocal<>();

    /** Made once per server. */
    public CurrentRequest() {}

    /** The context of the message being processed on this thread, or {@code null}. */
    public @Nullable BayeuxContext context() {
        Nesting innermost = nesting.get();
        return innermost == null ? null : innermost.context;
    }

    /** The transport of the message being processed on this thread, or {@code null}. */
    public @Nullable ServerTransport transport() {
        Nesting innermost = nesting.get();
        return innermost == null ? null : innermost.transport;
    }

    @Override
    public @Nullable ServerSession get() {
        Nesting innermost = nesting.get();
        return innermost == null ? null : innermost.session;
    }

    @Override
    public void run(ServerSession session, Runnable work) {
        enter();
        speaksFor(session);
        try {
            work.run();
        } finally {
            leave();
        }
    }

    /** This thread begins to process what came by a request; {@link #leave} must follow. */
    public void enter(BayeuxContext context, ServerTransport transport) {
        nesting.set(new Nesting(context, transport, nesting.get()));
    }

    /** This thread begins to process something else as part of what it processes already; {@link #leave} must follow. */
    public void enter() {
        Nesting outer = nesting.get();
        nesting.set(outer == null ? new Nesting(null, null, null) : new Nesting(outer.context, outer.transport, outer));
    }

    /** What this thread has entered last is now about a message of this session; {@code null}: of somebody without one. */
    public void speaksFor(@Nullable ServerSession session) {
        Nesting innermost = nesting.get();
        if (innermost != null) {
            innermost.session = session;
        }
    }

    /** This thread has processed what it entered last. */
    public void leave() {
        Nesting innermost = nesting.get();
        restore(innermost == null ? null : innermost.outer);
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

    /** A request may be processed while another is, on the same thread. Confined to the exchange that it belongs to. */
    private static final class Nesting {
        private final @Nullable BayeuxContext context;
        private final @Nullable ServerTransport transport;
        private final @Nullable Nesting outer;
        private @Nullable ServerSession session;

        Nesting(@Nullable BayeuxContext context, @Nullable ServerTransport transport, @Nullable Nesting outer) {
            this.context = context;
            this.transport = transport;
            this.outer = outer;
        }
    }
}
