package org.bayeux.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.spi.BayeuxEngine;

/**
 * Where the requests of one web application arrive while its server runs.
 *
 * <p>Thread-safe: its parts are.
 */
final class Reception {

    private final BayeuxEngine engine;
    private final Executor executor;
    private final Patience patience;
    private final BodyReader reader;

    /** Whether the log tells of a filter that stands in the way; once is enough. */
    private final AtomicBoolean complained = new AtomicBoolean();

    Reception(BayeuxApplication application) {
        engine = application.engine();
        executor = new ExecutorOrCaller(application.executor());
        patience = new Patience(engine.timers());
        reader = new BodyReader(engine.config().longPolling().maxMessageSize(), executor, patience);
    }

    /** Answers a request, now or later. */
    void receive(HttpServletRequest request, HttpServletResponse response) {
        HttpExchange exchange = new HttpExchange(request, response, patience);
        try {
            receive(exchange);
        } catch (Refused e) {
            exchange.refuse(e);
        } catch (RuntimeException | Error e) {
            HttpLog.requestFailed(e);
            exchange.refuse(Refused.byFailure());
        }
    }

    /** Waits for slow clients no longer. */
    void close() {
        patience.end();
    }

    private void receive(HttpExchange exchange) throws Refused {
        HttpServletRequest request = exchange.request();
        if (!request.isAsyncSupported()) {
            if (complained.compareAndSet(false, true)) {
                HttpLog.asyncNotSupported();
            }
            throw Refused.byFailure();
        }
        if (!request.getMethod().equals("POST")) {
            throw Refused.method("POST");
        }
        BodyType type = BodyType.of(request.getContentType());
        reader.read(exchange, new Poll(engine, executor, exchange, type));
    }
}
