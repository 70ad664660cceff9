package org.bayeux.server.engine;

import java.util.function.Consumer;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.session.CloseReason;
import org.bayeux.server.engine.session.LocalPeer;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.engine.session.SessionHost;
import org.bayeux.server.engine.watch.Watch;
import org.bayeux.server.spi.SessionStateListener;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** What sessions need of their server. Thread-safe; holds no state of its own. */
final class SessionOperations implements SessionHost {

    private final Engine engine;

    SessionOperations(Engine engine) {
        this.engine = engine;
    }

    @Override
    public boolean sending(@Nullable ServerSession from, ServerSession to, BayeuxMessage message) {
        return engine.extensions().outgoing(from, to, message);
    }

    @Override
    public @Nullable QueuePolicy queuePolicy(BayeuxMessage message) {
        return message.hasChannel() ? engine.channels().queuePolicy(message.getChannel()) : null;
    }

    @Override
    public Watch watch() {
        return engine.watch();
    }

    @Override
    public void work(SessionHandle session, Runnable work) {
        engine.current().run(session, work);
    }

    @Override
    public void reachable(SessionHandle session, boolean again) {
        tellOfState(it -> {
            if (again) {
                it.connectionResumed(session);
            } else {
                it.connectionLost(session);
            }
        });
    }

    @Override
    public void forgotten(SessionHandle session) {
        tellOfState(it -> it.forgotten(session));
    }

    private void tellOfState(Consumer<SessionStateListener> call) {
        UserCode.tell(engine.listeners(), SessionStateListener.class, call);
    }

    @Override
    public void ended(SessionHandle session, CloseReason reason) {
        boolean known = engine.sessions().remove(session);
        engine.addresses().left(session);
        engine.subscriptions().endAll(session);
        LocalPeer local = session.origin().local();
        if (local != null) {
            local.ended().run();
        }
        if (known) {
            session.note(() -> UserCode.tell(
                    engine.listeners(),
                    BayeuxServer.SessionListener.class,
                    listener -> listener.sessionRemoved(session, reason.isTimeout())));
            session.note(() -> tellOfState(it -> it.removed(session, reason.told())));
        }
    }
}
