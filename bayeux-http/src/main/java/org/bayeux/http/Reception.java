package org.bayeux.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.wire.MalformedMessageException;

/**
 * Where the requests of one web application arrive while its server runs: {@code POST} is the transport long-polling,
 * {@code GET} is callback-polling.
 *
 * <p>Thread-safe: its parts are.
 */
final class Reception {

    private static final String METHODS = "GET, POST, OPTIONS";

    private final BayeuxEngine engine;
    private final Executor answering;
    private final Patience patience;
    private final BodyReader reader;
    private final OriginRule origins;
    private final Set<String> namedRoles;
    private final boolean longPolling;
    private final boolean callbackPolling;

    /** Whether the log tells of a filter that stands in the way; once is enough. */
    private final AtomicBoolean complained = new AtomicBoolean();

    Reception(BayeuxApplication application) {
        engine = application.engine();
        answering = new TaskTeam(application.executor());
        patience = new Patience(engine.timers());
        ServerConfig config = engine.config();
        reader = new BodyReader(
                config.longPolling().maxMessageSize(), new ExecutorOrCaller(application.executor()), patience);
        origins = new OriginRule(config.allowedOrigins());
        namedRoles = application.roles();
        longPolling = config.allowedTransports().contains(ServerConfig.LONG_POLLING);
        callbackPolling = config.allowedTransports().contains(ServerConfig.CALLBACK_POLLING);
    }

    /** Answers a request, now or later. */
    void receive(HttpServletRequest request, HttpServletResponse response) {
        HttpExchange exchange = new HttpExchange(request, response, patience, namedRoles);
        try {
            origins.admit(request, response);
            receive(exchange, response);
        } catch (Refused e) {
            exchange.refuse(e);
        } catch (MalformedMessageException e) {
            exchange.refuse(Refused.malformed(e));
        } catch (RuntimeException | Error e) {
            HttpLog.requestFailed(e);
            exchange.refuse(Refused.byFailure());
        }
    }

    /** Waits for slow clients no longer. */
    void close() {
        patience.end();
    }

    private void receive(HttpExchange exchange, HttpServletResponse response)
            throws Refused, MalformedMessageException {
        switch (exchange.request().getMethod()) {
            case "POST" -> post(exchange);
            case "GET" -> get(exchange, response);
            case "OPTIONS" -> {
                Preflight.write(exchange.request(), response, METHODS);
                exchange.answer(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> throw Refused.method(METHODS);
        }
    }

    private void post(HttpExchange exchange) throws Refused {
        require(longPolling, ServerConfig.LONG_POLLING);
        requireAsync(exchange.request());
        BodyType type = BodyType.of(exchange.request().getContentType());
        Poll poll = new Poll(engine, answering, exchange, ServerConfig.LONG_POLLING, null);
        reader.read(exchange, new Post(exchange, type, engine.codec(), poll));
    }

    private void get(HttpExchange exchange, HttpServletResponse response) throws Refused, MalformedMessageException {
        HttpServletRequest request = exchange.request();
        // Upgrades do not come here where the transport is allowed, unless the container has no WebSocket.
        require(!"websocket".equalsIgnoreCase(request.getHeader("Upgrade")), ServerConfig.WEBSOCKET);
        require(callbackPolling, ServerConfig.CALLBACK_POLLING);
        origins.admitScript(request, response);
        requireAsync(request);
        int limit = engine.config().callbackPolling().maxMessageSize();
        CallbackQuery query = CallbackQuery.of(request.getQueryString(), limit);
        new Poll(engine, answering, exchange, ServerConfig.CALLBACK_POLLING, query.callback())
                .process(() -> BodyType.parse(query.messages(), engine.codec()));
    }

    private static void require(boolean allowed, String transport) throws Refused {
        if (!allowed) {
            throw Refused.transport(transport);
        }
    }

    private void requireAsync(HttpServletRequest request) throws Refused {
        if (!request.isAsyncSupported()) {
            if (complained.compareAndSet(false, true)) {
                HttpLog.asyncNotSupported();
            }
            throw Refused.byFailure();
        }
    }
}
