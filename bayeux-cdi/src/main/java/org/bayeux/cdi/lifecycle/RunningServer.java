package org.bayeux.cdi.lifecycle;

import java.util.concurrent.Executor;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.cdi.config.Settings;
import org.bayeux.server.BayeuxServerBuilder;
import org.bayeux.server.service.ServiceBinder;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.wire.JsonContext;

/**
 * A server that accepts messages, with what it lives on.
 *
 * <p>Thread-safe.
 */
record RunningServer(
        Settings settings,
        JsonContext jsonContext,
        Threads threads,
        BayeuxEngine engine,
        ServerAccess access,
        ServiceBinder binder,
        ServiceSessions sessions) {

    static RunningServer start(Settings settings, JsonContext jsonContext, Threads threads, RequestScope scope) {
        Executor executor = scope.around(threads.executor());
        BayeuxServerBuilder builder =
                new BayeuxServerBuilder().config(settings.server()).jsonContext(jsonContext);
        BayeuxEngine engine = threads.drive(builder, executor).build();
        engine.start();
        ServiceBinder binder = new ServiceBinder(engine.server());
        return new RunningServer(
                settings,
                jsonContext,
                threads,
                new ScopedEngine(engine, scope),
                new ServerAccess(engine, scope, executor),
                binder,
                new ServiceSessions(binder));
    }

    BayeuxServer server() {
        return engine.server();
    }

    /** Ends what was begun, in the opposite order; a failure does not keep the rest from ending. */
    void stop() {
        CdiLog.attempt("the services' sessions", sessions::disconnect);
        CdiLog.attempt("the server", engine::stop);
        CdiLog.attempt("its threads", threads::stop);
        CdiLog.attempt("its JSON library", jsonContext::close);
    }
}
