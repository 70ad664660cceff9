package org.bayeux.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.cdi.spi.BayeuxApplication;
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
import org.bayeux.wire.JakartaJsonContext;
import org.bayeux.wire.MessageCodec;
import org.bayeux.wire.WireLimits;

/** An engine that notes what it is given. Managed threads are the calling one, unless the test gives others. */
final class TestEngine implements BayeuxEngine, BayeuxApplication {

    final List<BayeuxMessage> received = new ArrayList<>();
    final List<Throwable> losses = new ArrayList<>();
    Map<String, String> options = Map.of("maxMessageSize", "100");
    RuntimeException bug;
    Error breakdown;
    boolean held;
    Outlet outlet;
    String newBrowserId;
    String givenBrowserId;
    String brought;
    BayeuxContext context;
    Executor executor = Runnable::run;

    final TestTimers timers = new TestTimers();

    private final MessageCodec codec = new MessageCodec(new JakartaJsonContext(), WireLimits.DEFAULT);

    @Override
    public Optional<String> newBrowserId(String brought) {
        this.brought = brought;
        return Optional.ofNullable(newBrowserId);
    }

    @Override
    public Connection open(String transport, BayeuxContext context, Outlet outlet, String givenBrowserId) {
        this.outlet = outlet;
        this.givenBrowserId = givenBrowserId;
        this.context = context;
        return new Connection() {
            @Override
            public void receive(List<BayeuxMessage> messages) {
                if (bug != null) {
                    throw bug;
                }
                if (breakdown != null) {
                    throw breakdown;
                }
                received.addAll(messages);
            }

            @Override
            public boolean isHeld() {
                return held;
            }

            @Override
            public void lost(Throwable cause) {
                losses.add(cause);
            }
        };
    }

    @Override
    public ServerFigures figures() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerConfig config() {
        return ServerConfig.of(options);
    }

    @Override
    public MessageCodec codec() {
        return codec;
    }

    @Override
    public BayeuxEngine engine() {
        return this;
    }

    @Override
    public String path() {
        return "/cometd";
    }

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public BayeuxServer server() {
        throw new AssertionError("no business of a transport");
    }

    @Override
    public CurrentSession currentSession() {
        throw new AssertionError("no business of a transport");
    }

    @Override
    public Publisher publisher() {
        throw new AssertionError("no business of a transport");
    }

    @Override
    public void join(Cluster cluster) {
        throw new AssertionError("no business of a transport");
    }

    @Override
    public void leave(Cluster cluster) {
        throw new AssertionError("no business of a transport");
    }

    @Override
    public Ticker ticker() {
        throw new AssertionError("no business of a transport");
    }

    @Override
    public void opening() {
        throw new AssertionError("no business of a transport");
    }

    @Override
    public ClusterInbox inbox() {
        throw new AssertionError("no business of a transport");
    }

    @Override
    public Timers timers() {
        return timers;
    }

    @Override
    public void manageAs(String name) {}

    @Override
    public void start() {}

    @Override
    public Set<String> roles() {
        return Set.of("declared");
    }

    @Override
    public void stop() {}
}
