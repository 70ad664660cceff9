package org.bayeux.server.engine.management;

import org.bayeux.api.server.SessionEnd;
import org.bayeux.server.engine.channel.ChannelRegistry;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.engine.session.SessionRegistry;
import org.bayeux.server.engine.watch.Figures;
import org.bayeux.server.spi.Loss;
import org.bayeux.server.spi.ServerFigures;

/** Reads the figures of a server where they are. Thread-safe. */
public final class EngineFigures implements ServerFigures {

    private final SessionRegistry sessions;
    private final ChannelRegistry channels;
    private final Figures counted;

    /** Reads from these. */
    public EngineFigures(SessionRegistry sessions, ChannelRegistry channels, Figures counted) {
        this.sessions = sessions;
        this.channels = channels;
        this.counted = counted;
    }

    @Override
    public long sessions() {
        return sessions.count();
    }

    @Override
    public long sessionsAdded() {
        return counted.sessionsAdded();
    }

    @Override
    public long sessionsEnded(SessionEnd reason) {
        return counted.sessionsEnded(reason);
    }

    @Override
    public long channels() {
        return channels.count();
    }

    @Override
    public long queuedMessages() {
        return sessions.all().stream().mapToLong(SessionHandle::getQueueSize).sum();
    }

    @Override
    public long queuedBytes() {
        return sessions.budget().bytes();
    }

    @Override
    public long connectsHeld() {
        return counted.connectsHeld();
    }

    @Override
    public long messagesReceived() {
        return counted.messagesReceived();
    }

    @Override
    public long messagesPublished() {
        return counted.messagesPublished();
    }

    @Override
    public long messagesDelivered() {
        return counted.messagesDelivered();
    }

    @Override
    public long messagesDropped(Loss reason) {
        return counted.messagesDropped(reason);
    }

    @Override
    public long messagesRefused() {
        return counted.messagesRefused();
    }

    @Override
    public long bytesReceived() {
        return counted.bytesReceived();
    }

    @Override
    public long bytesSent() {
        return counted.bytesSent();
    }

    @Override
    public long sweeps() {
        return counted.sweeps();
    }
}
