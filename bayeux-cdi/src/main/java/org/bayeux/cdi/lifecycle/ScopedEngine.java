package org.bayeux.cdi.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.Cluster;
import org.bayeux.server.spi.ClusterInbox;
import org.bayeux.server.spi.Connection;
import org.bayeux.server.spi.CurrentSession;
import org.bayeux.server.spi.Outlet;
import org.bayeux.server.spi.Publisher;
import org.bayeux.server.spi.ServerFigures;
import org.bayeux.server.spi.Ticker;
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
    public CurrentSession currentSession() {
        return engine.currentSession();
    }

    @Override
    public Publisher publisher() {
        return engine.publisher();
    }

    @Override
    public Timers timers() {
        return engine.timers();
    }

    @Override
    public Ticker ticker() {
        return engine.ticker();
    }

    @Override
    public Executor executor() {
        return engine.executor();
    }

    @Override
    public void opening() {
        engine.opening();
    }

    @Override
    public ServerFigures figures() {
        return engine.figures();
    }

    @Override
    public void stopsSoon() {
        engine.stopsSoon();
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

    @Override
    public void join(Cluster cluster) {
        engine.join(cluster);
    }

    @Override
    public void leave(Cluster cluster) {
        engine.leave(cluster);
    }

    @Override
    public ClusterInbox inbox() {
        return new ScopedInbox(engine.inbox(), scope);
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
