package org.bayeux.server.engine.management;

import java.util.List;
import org.bayeux.api.Channel;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.jmx.SessionDescription;
import org.jspecify.annotations.Nullable;

/** Describes one session. Thread-safe; each value is of the moment when it is read. */
final class SessionView implements SessionDescription {

    private final SessionHandle session;

    SessionView(SessionHandle session) {
        this.session = session;
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public boolean isLocal() {
        return session.isLocalSession();
    }

    @Override
    public boolean isConnected() {
        return session.isConnected();
    }

    @Override
    public String getState() {
        return session.stateName();
    }

    @Override
    public @Nullable String getTransport() {
        ServerTransport transport = session.getServerTransport();
        return transport == null ? null : transport.getName();
    }

    @Override
    public @Nullable String getUserAgent() {
        return session.getUserAgent();
    }

    @Override
    public List<String> getSubscriptions() {
        return session.getSubscriptions().stream().map(Channel::getId).sorted().toList();
    }

    @Override
    public int getQueueSize() {
        return session.getQueueSize();
    }

    @Override
    public long getTimeout() {
        return session.getTimeout();
    }

    @Override
    public long getInterval() {
        return session.getInterval();
    }

    @Override
    public long getMaxInterval() {
        return session.getMaxInterval();
    }

    @Override
    public List<String> getAttributeNames() {
        return session.getAttributeNames().stream().sorted().toList();
    }
}
