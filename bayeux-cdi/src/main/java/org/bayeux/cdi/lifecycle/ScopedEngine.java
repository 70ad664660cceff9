package org.bayeux.cdi.lifecycle;

import java.util.List;
import java.util.Optional;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.Connection;
import org.bayeux.server.spi.Outlet;
import org.bayeux.server.spi.Timers;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.MessageCodec;
import org.jspecify.annotations.Nullable;

/**
 * An engine that processes whatever it receives with an active request context, so that policies, extensions and
 * listeners find one on every transport.
 *
 * <p>Immutable.
 */
record ScopedEngine(BayeuxEngine engine, RequestScope scope) implements BayeuxEngine {

    @Override
    public BayeuxServer server() {
        return engine.server();
    }

    @Override
    public ServerConfig config() {
        return engine.config();
    }

    @Override
    public MessageCodec codec() {
        return engine.codec();
    }

    @Override
    public Connection open(String transport, BayeuxContext context, Outlet outlet, @Nullable String givenBrowserId) {
        return new ScopedConnection(engine.open(transport, context, outlet, givenBrowserId), scope);
    }

    @Override
    public Optional<String> newBrowserId(@Nullable String brought) {
        return engine.newBrowserId(brought);
    }

    @Override
    public Timers timers() {
        return engine.timers();
    }

    @Override
    public void manageAs(String name) {
        engine.manageAs(name);
    }

    @Override
    public void start() {
        engine.start();
    }

    @Override
    public void stop() {
        engine.stop();
    }

    private record ScopedConnection(Connection connection, RequestScope scope) implements Connection {

        @Override
        public void receive(List<BayeuxMessage> messages) {
            scope.run(() -> connection.receive(messages));
        }

        @Override
        public boolean isHeld() {
            return connection.isHeld();
        }

        @Override
        public void lost(@Nullable Throwable cause) {
            connection.lost(cause);
        }
    }
}
