package org.bayeux.cdi.lifecycle;

import java.util.concurrent.Executor;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.CurrentSession;
import org.bayeux.server.spi.Publisher;
import org.jspecify.annotations.Nullable;

/** What its parts may do with a running server. Thread-safe. */
public final class ServerAccess {

    private final BayeuxEngine engine;
    private final RequestScope scope;
    private final Executor executor;

    ServerAccess(BayeuxEngine engine, RequestScope scope, Executor executor) {
        this.engine = engine;
        this.scope = scope;
        this.executor = executor;
    }

    /** What applications use. */
    public BayeuxServer server() {
        return engine.server();
    }

    /** For which session a thread works. */
    public CurrentSession currentSession() {
        return engine.currentSession();
    }

    /** Publishes and tells what becomes of it. */
    public Publisher publisher() {
        return engine.publisher();
    }

    /** Runs code of the application on this thread, with an active request context. */
    public void here(Runnable call) {
        scope.run(call);
    }

    /**
     * Runs code of the application on a thread of the container, likewise.
     *
     * @param session for which it works then; {@code null} if for none
     * @throws java.util.concurrent.RejectedExecutionException if the server stops
     */
    public void later(@Nullable ServerSession session, Runnable call) {
        executor.execute(session == null ? call : () -> currentSession().run(session, call));
    }
}
