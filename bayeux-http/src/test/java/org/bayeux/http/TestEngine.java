package org.bayeux.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.Batch;
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

/** An engine that answers each request with the messages it holds, at once, or when the test says so. */
final class TestEngine implements BayeuxEngine, BayeuxApplication {

    final List<BayeuxMessage> received = new ArrayList<>();
    final List<Runnable> tasks = new ArrayList<>();
    final List<String> outcomes = new ArrayList<>();
    final TestTimers timers = new TestTimers();
    boolean holds;
    boolean stopped;
    String newBrowserId;
    Throwable bug;
    Runnable whileReceiving = () -> {};
    String transport;
    Outlet outlet;
    BayeuxContext context;

    private final MessageCodec codec = new MessageCodec(new JakartaJsonContext(), WireLimits.DEFAULT);
    private final ServerConfig config;

    TestEngine() {
        this(Map.of("maxMessageSize", "1000"));
    }

    TestEngine(Map<String, String> options) {
        config = ServerConfig.of(options);
    }

    /** A batch that notes how it fared in {@link #outcomes}. */
    Batch batch(List<BayeuxMessage> messages) {
        return new Batch(
                messages,
                newBrowserId,
                (it, failure) -> outcomes.add(failure == null ? "delivered" : "failed: " + failure.getMessage()));
    }

    void answer() {
        outlet.write(batch(received));
    }

    /** Runs what was handed to managed threads. */
    void runTasks() {
        List<Runnable> now = List.copyOf(tasks);
        tasks.clear();
        now.forEach(Runnable::run);
    }

    @Override
    public Optional<String> newBrowserId(String brought) {
        return Optional.ofNullable(newBrowserId);
    }

    @Override
    public Connection open(String transport, BayeuxContext context, Outlet outlet, String givenBrowserId) {
        this.transport = transport;
        this.outlet = outlet;
        this.context = context;
        return new Connection() {
            @Override
            public void receive(List<BayeuxMessage> messages) {
                if (bug != null) {
                    throw TestEngine.<RuntimeException>asUnchecked(bug);
                }
                received.addAll(messages);
                whileReceiving.run();
                if (!holds) {
                    answer();
                }
            }

            @Override
            public boolean isHeld() {
                throw new AssertionError("no business of a request");
            }

            @Override
            public void lost(Throwable cause) {
                throw new AssertionError("HTTP requests are not lost");
            }
        };
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
        return task -> {
            if (stopped) {
                throw new RejectedExecutionException();
            }
            tasks.add(task);
        };
    }

    @Override
    public ServerFigures figures() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerConfig config() {
        return config;
    }

    @Override
    public MessageCodec codec() {
        return codec;
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

    /** Errors and exceptions alike, without wrapping them. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T asUnchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
