package org.bayeux.server.engine.management;

import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.engine.watch.TransportFigures;
import org.bayeux.server.jmx.TransportMXBean;

/** One transport. Thread-safe. */
final class TransportBean implements TransportMXBean {

    private final ServerTransport transport;
    private final boolean allowed;
    private final TransportFigures figures;

    TransportBean(ServerTransport transport, boolean allowed, TransportFigures figures) {
        this.transport = transport;
        this.allowed = allowed;
        this.figures = figures;
    }

    @Override
    public String getName() {
        return transport.getName();
    }

    @Override
    public boolean isAllowed() {
        return allowed;
    }

    @Override
    public long getTimeout() {
        return transport.getTimeout();
    }

    @Override
    public long getInterval() {
        return transport.getInterval();
    }

    @Override
    public long getMaxInterval() {
        return transport.getMaxInterval();
    }

    @Override
    public long getMaxLazyTimeout() {
        return transport.getMaxLazyTimeout();
    }

    @Override
    public boolean isMetaConnectDeliveryOnly() {
        return transport.isMetaConnectDeliveryOnly();
    }

    @Override
    public long getMessagesReceived() {
        return figures.received();
    }

    @Override
    public long getConnectsHeld() {
        return figures.held();
    }
}
