package org.bayeux.server.engine;

import java.util.List;
import java.util.Set;
import org.bayeux.api.ChannelId;
import org.bayeux.api.MarkedReference;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.engine.local.LocalClient;
import org.bayeux.server.engine.session.CloseReason;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.spi.MessageTelemetry;
import org.bayeux.wire.OneLine;
import org.jspecify.annotations.Nullable;

/** What applications hold of a server: each call goes to the part whose duty it is. Thread-safe as the parts are. */
final class EngineServer implements BayeuxServer {

    private final Engine engine;
    private final Options options;

    EngineServer(Engine engine, Options options) {
        this.engine = engine;
        this.options = options;
    }

    @Override
    public void addExtension(Extension extension) {
        engine.extensions().add(extension);
    }

    @Override
    public void removeExtension(Extension extension) {
        engine.extensions().remove(extension);
    }

    @Override
    public List<Extension> getExtensions() {
        return engine.extensions().all();
    }

    @Override
    public void addListener(BayeuxServerListener listener) {
        engine.listeners().add(listener);
        if (listener instanceof MessageTelemetry telemetry) {
            engine.watch().journeys().add(telemetry);
        }
    }

    @Override
    public void removeListener(BayeuxServerListener listener) {
        engine.listeners().remove(listener);
        if (listener instanceof MessageTelemetry telemetry) {
            engine.watch().journeys().remove(telemetry);
        }
    }

    @Override
    public @Nullable ServerChannel getChannel(String channelId) {
        return engine.channels().get(new ChannelId(channelId).getId());
    }

    @Override
    public List<ServerChannel> getChannels() {
        return List.copyOf(engine.channels().all());
    }

    @Override
    public MarkedReference<ServerChannel> createChannelIfAbsent(
            String channelName, ConfigurableServerChannel.Initializer... initializers) {
        ChannelId id = new ChannelId(channelName);
        if (id.isTemplate()) {
            throw new IllegalArgumentException("channel '" + OneLine.of(channelName)
                    + "' is a template, legal are plain channels and patterns ending in * or **");
        }
        var created = engine.channels().createIfAbsent(id, initializers);
        return new MarkedReference<>(created.getReference(), created.isMarked());
    }

    @Override
    public @Nullable ServerSession getSession(String clientId) {
        return engine.sessions().get(clientId);
    }

    @Override
    public List<ServerSession> getSessions() {
        return List.copyOf(engine.sessions().all());
    }

    @Override
    public boolean removeSession(ServerSession session) {
        return session instanceof SessionHandle handle
                && engine.sessions().get(handle.getId()) == handle
                && handle.session().close(CloseReason.REMOVED);
    }

    @Override
    public LocalSession newLocalSession(String idHint) {
        return new LocalClient(engine.connections(), engine.transports().local(), engine.messages(), idHint);
    }

    @Override
    public ServerMessage.Mutable newMessage() {
        return engine.messages().newMessage();
    }

    @Override
    public SecurityPolicy getSecurityPolicy() {
        return engine.gate().policy();
    }

    @Override
    public void setSecurityPolicy(SecurityPolicy securityPolicy) {
        engine.gate().policy(securityPolicy);
    }

    @Override
    public @Nullable BayeuxContext getContext() {
        return engine.current().context();
    }

    @Override
    public @Nullable ServerTransport getCurrentTransport() {
        return engine.current().transport();
    }

    @Override
    public Set<String> getKnownTransportNames() {
        return engine.transports().names();
    }

    @Override
    public @Nullable ServerTransport getTransport(String name) {
        return engine.transports().get(name);
    }

    @Override
    public List<String> getAllowedTransports() {
        return engine.config().allowedTransports();
    }

    @Override
    public @Nullable Object getOption(String qualifiedName) {
        return options.get(qualifiedName);
    }

    @Override
    public void setOption(String qualifiedName, @Nullable Object value) {
        options.set(qualifiedName, value);
    }

    @Override
    public Set<String> getOptionNames() {
        return options.names();
    }
}
