package org.bayeux.server.engine.management;

import java.util.List;
import org.bayeux.api.server.SessionEnd;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.engine.watch.Figures;
import org.bayeux.server.engine.watch.Story;
import org.bayeux.server.jmx.ServerMXBean;

/** The server itself. Thread-safe. */
final class ServerBean implements ServerMXBean {

    private final ManagedServer managed;
    private final Figures figures;

    ServerBean(ManagedServer managed) {
        this.managed = managed;
        this.figures = managed.watch().figures();
    }

    @Override
    public int getSessions() {
        return managed.sessions().count();
    }

    @Override
    public long getSessionsAdded() {
        return figures.sessionsAdded();
    }

    @Override
    public long getSessionsRemoved() {
        return figures.sessionsRemoved();
    }

    @Override
    public long getSessionsExpired() {
        return figures.sessionsEnded(SessionEnd.EXPIRED);
    }

    @Override
    public int getChannels() {
        return managed.channels().count();
    }

    @Override
    public long getMessagesReceived() {
        return figures.messagesReceived();
    }

    @Override
    public long getMessagesPublished() {
        return figures.messagesPublished();
    }

    @Override
    public long getMessagesDelivered() {
        return figures.messagesDelivered();
    }

    @Override
    public long getMessagesDropped() {
        return figures.messagesDropped();
    }

    @Override
    public long getQueuedBytes() {
        return managed.sessions().budget().bytes();
    }

    @Override
    public long getMessagesRefused() {
        return figures.messagesRefused();
    }

    @Override
    public int getClientChannels() {
        return managed.channels().clientChannels();
    }

    @Override
    public long getHandshakesRefusedByAddress() {
        return figures.addressesRefused();
    }

    @Override
    public long getChannelsRefused() {
        return figures.channelsRefused();
    }

    @Override
    public long getConnectsHeld() {
        return figures.connectsHeld();
    }

    @Override
    public long getSweeps() {
        return figures.sweeps();
    }

    @Override
    public void sweep() {
        managed.soon(managed.sweep());
    }

    @Override
    public void trace(String sessionId) {
        Story story = managed.watch().story();
        story.choose(sessionId);
        // Looked for afterwards: a session that ends meanwhile is found closed here, or takes the choice back itself.
        if (!sessionId.equals(Story.EVERYBODY) && !isAlive(sessionId)) {
            story.forget(sessionId);
            throw new IllegalArgumentException("there is no session with this id; legal is the id of one, or *");
        }
    }

    private boolean isAlive(String sessionId) {
        SessionHandle session = managed.sessions().get(sessionId);
        return session != null && !session.session().isClosed();
    }

    @Override
    public boolean untrace(String sessionId) {
        return managed.watch().story().forget(sessionId);
    }

    @Override
    public List<String> getTraced() {
        return List.copyOf(managed.watch().story().chosen());
    }
}
