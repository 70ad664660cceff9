package org.bayeux.server.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.bayeux.api.Channel;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.BayeuxServer.BayeuxServerListener;
import org.bayeux.api.server.ConfigurableServerChannel.Initializer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.engine.access.AccessGate;
import org.bayeux.server.engine.channel.ChannelRegistry;
import org.bayeux.server.engine.channel.ChannelSweeper;
import org.bayeux.server.engine.channel.ClientChannels;
import org.bayeux.server.engine.channel.SubscriptionIndex;
import org.bayeux.server.engine.channel.Subscriptions;
import org.bayeux.server.engine.cluster.ClusterGate;
import org.bayeux.server.engine.context.CurrentRequest;
import org.bayeux.server.engine.dispatch.Connections;
import org.bayeux.server.engine.dispatch.Protocol;
import org.bayeux.server.engine.extension.ExtensionChain;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.management.EngineFigures;
import org.bayeux.server.engine.management.ManagedServer;
import org.bayeux.server.engine.management.Management;
import org.bayeux.server.engine.message.Messages;
import org.bayeux.server.engine.publish.Broadcaster;
import org.bayeux.server.engine.publish.FlushPace;
import org.bayeux.server.engine.session.AddressCounts;
import org.bayeux.server.engine.session.CloseReason;
import org.bayeux.server.engine.session.QueueBudget;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.engine.session.SessionRegistry;
import org.bayeux.server.engine.session.SessionTime;
import org.bayeux.server.engine.watch.Figures;
import org.bayeux.server.engine.watch.Journeys;
import org.bayeux.server.engine.watch.Story;
import org.bayeux.server.engine.watch.Watch;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.Cluster;
import org.bayeux.server.spi.ClusterInbox;
import org.bayeux.server.spi.Connection;
import org.bayeux.server.spi.CurrentSession;
import org.bayeux.server.spi.EngineClock;
import org.bayeux.server.spi.Outlet;
import org.bayeux.server.spi.Publisher;
import org.bayeux.server.spi.ServerCompanion;
import org.bayeux.server.spi.ServerFigures;
import org.bayeux.server.spi.Telemetry;
import org.bayeux.server.spi.Ticker;
import org.bayeux.server.spi.Timers;
import org.bayeux.wire.MessageCodec;
import org.jspecify.annotations.Nullable;

/**
 * One server: makes its parts, knows them, starts and stops them.
 *
 * <p>Thread-safe: the parts are made once and are thread-safe themselves.
 */
public final class Engine implements BayeuxEngine {

    private static final List<String> META_CHANNELS = List.of(
            Channel.META_HANDSHAKE,
            Channel.META_CONNECT,
            Channel.META_SUBSCRIBE,
            Channel.META_UNSUBSCRIBE,
            Channel.META_DISCONNECT);

    private final ServerConfig config;
    private final MessageCodec codec;
    private final EngineClock clock;
    private final List<BayeuxServerListener> listeners = new CopyOnWriteArrayList<>();
    private final ExtensionChain extensions = new ExtensionChain();
    private final SubscriptionIndex index = new SubscriptionIndex();
    private final CurrentRequest current = new CurrentRequest();
    private final Watch watch;
    private final Sweep sweep;
    private final Management management;
    private final ServerFigures figures;
    private final Transports transports;
    private final Messages messages;
    private final SessionRegistry sessions;
    private final ChannelRegistry channels;
    private final AddressCounts addresses;
    private final Subscriptions subscriptions;
    private final Broadcaster broadcaster;
    private final EngineServer server;
    private final ClusterGate cluster = new ClusterGate();
    private final ClusterInbox inbox = new EngineInbox(this);
    private final EnginePublisher publisher = new EnginePublisher(this);
    private final AccessGate gate;
    private final Connections connections;

    /** Makes a server that does not sweep and lets no timer run before it is started. */
    public Engine(ServerConfig config, MessageCodec codec, EngineClock clock, SecurityPolicy policy) {
        this.config = config;
        this.clock = clock;
        this.watch =
                new Watch(new Figures(), new Story(config.management().traceSessions()), new Journeys(clock.ticker()));
        this.codec = codec.toldTo(watch::read);
        this.transports = new Transports(config);
        this.messages = new Messages(codec);
        this.sessions = new SessionRegistry(
                messages,
                new SessionTime(clock.ticker(), clock.timers(), clock.instants()),
                new QueueBudget(config.abuseLimits().maxTotalQueueBytes()));
        this.channels = new ChannelRegistry(
                new ChannelOperations(this),
                listeners,
                new ClientChannels(config.abuseLimits().maxClientChannels()));
        this.addresses = new AddressCounts(config.abuseLimits().maxSessionsPerAddress());
        this.subscriptions = new Subscriptions(index, channels, cluster, listeners);
        this.broadcaster = new Broadcaster(
                channels,
                index,
                extensions,
                cluster,
                current,
                new FlushPace(clock, config.maxFlushDelay()),
                config.broadcastToPublisher(),
                watch);
        this.server = new EngineServer(this, new Options(config.options()));
        this.gate = new AccessGate(server, channels, current, watch.story(), policy);
        Protocol protocol = new Protocol(
                config,
                messages,
                extensions,
                sessions,
                addresses,
                channels,
                subscriptions,
                gate,
                broadcaster,
                listeners,
                watch);
        this.connections = protocol.connections(new SessionOperations(this), current, clock.ticker());
        this.sweep = new Sweep(new ChannelSweeper(channels, index), watch);
        this.figures = new EngineFigures(sessions, channels, watch.figures());
        this.management =
                new Management(new ManagedServer(server, sessions, channels, cluster, watch, clock.timers(), sweep));
    }

    @Override
    public BayeuxServer server() {
        return server;
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
    public Connection open(String transport, BayeuxContext context, Outlet outlet, @Nullable String givenBrowserId) {
        return connections.open(transports.required(transport), context, outlet, givenBrowserId);
    }

    @Override
    public Optional<String> newBrowserId(@Nullable String brought) {
        return connections.newBrowserId(brought);
    }

    @Override
    public CurrentSession currentSession() {
        return current;
    }

    @Override
    public Publisher publisher() {
        return publisher;
    }

    @Override
    public Timers timers() {
        return clock.timers();
    }

    @Override
    public Ticker ticker() {
        return clock.ticker();
    }

    @Override
    public Executor executor() {
        return clock.executor();
    }

    @Override
    public void opening() {
        for (BayeuxServerListener listener : listeners) {
            if (listener instanceof ServerCompanion companion) {
                companion.opening();
            }
        }
    }

    @Override
    public void start() {
        for (String meta : META_CHANNELS) {
            channels.createIfAbsent(new ChannelId(meta), new Initializer.Persistent());
        }
        clock.start(config.sweepPeriod(), sweep);
    }

    @Override
    public void manageAs(String name) {
        if (config.management().jmx()) {
            management.register(name);
        }
        tellTelemetry(telemetry -> telemetry.opened(name, this));
    }

    @Override
    public ServerFigures figures() {
        return figures;
    }

    @Override
    public void stopsSoon() {
        tellTelemetry(telemetry -> telemetry.closing(this));
    }

    @Override
    public void join(Cluster joined) {
        cluster.join(joined);
    }

    @Override
    public void leave(Cluster left) {
        cluster.leave(left);
    }

    @Override
    public ClusterInbox inbox() {
        return inbox;
    }

    @Override
    public void stop() {
        UserCode.tell(listeners, ServerCompanion.class, ServerCompanion::closing);
        management.end();
        connections.stop();
        for (SessionHandle session : sessions.all()) {
            session.session().close(CloseReason.STOPPED);
        }
        tellTelemetry(telemetry -> telemetry.closed(this));
        clock.stop();
    }

    private void tellTelemetry(Consumer<Telemetry> event) {
        UserCode.tell(listeners, Telemetry.class, event);
    }

    List<BayeuxServerListener> listeners() {
        return listeners;
    }

    ClusterGate cluster() {
        return cluster;
    }

    Watch watch() {
        return watch;
    }

    ExtensionChain extensions() {
        return extensions;
    }

    SubscriptionIndex index() {
        return index;
    }

    CurrentRequest current() {
        return current;
    }

    Transports transports() {
        return transports;
    }

    Messages messages() {
        return messages;
    }

    SessionRegistry sessions() {
        return sessions;
    }

    AddressCounts addresses() {
        return addresses;
    }

    ChannelRegistry channels() {
        return channels;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    Broadcaster broadcaster() {
        return broadcaster;
    }

    AccessGate gate() {
        return gate;
    }

    Connections connections() {
        return connections;
    }
}
