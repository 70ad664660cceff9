package org.bayeux.server.engine.dispatch;

import java.util.List;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.engine.context.CurrentRequest;
import org.bayeux.server.engine.session.ClientBinding;
import org.bayeux.server.engine.session.LocalPeer;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.engine.session.SessionOrigin;
import org.bayeux.server.engine.watch.TransportFigures;
import org.bayeux.server.spi.Connection;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, WebSocket or local client, and which sessions it may speak for.
 *
 * <p>Thread-safe: the bound session and the loss of the socket are volatile, written by the thread that processes an
 * exchange or notices the loss, read by both; whichever comes second sees the other. The new browser id and the admitted
 * session are confined to the exchange that runs.
 */
public final class EngineConnection implements Connection {

    private final Connections home;
    private final ServerTransport transport;
    private final BayeuxContext context;
    private final Outlet outlet;
    private final @Nullable LocalPeer local;
    private final @Nullable String browserId;
    private final @Nullable Lane lane;
    private final TransportFigures figures;
    private @Nullable String newBrowserId;
    private volatile @Nullable SessionHandle bound;
    private volatile boolean lost;

    /** The last session of another connection that this one was found to be of the same client as. */
    private @Nullable SessionHandle admitted;

    /** The last session that this socket was made the way to. Confined to the exchange that runs. */
    private @Nullable SessionHandle attached;

    EngineConnection(
            Connections home,
            ServerTransport transport,
            BayeuxContext context,
            Outlet outlet,
            @Nullable LocalPeer local,
            @Nullable String givenBrowserId) {
        this.home = home;
        this.transport = transport;
        this.context = context;
        this.outlet = outlet;
        this.local = local;
        this.browserId = home.browserIdIn(context);
        this.newBrowserId = givenBrowserId;
        this.figures = home.environment().watch().figures().of(transport.getName());
        this.lane = outlet.isStreaming() ? new Lane() : null;
    }

    @Override
    public void receive(List<BayeuxMessage> messages) {
        figures.received(messages.size());
        Lane queue = lane;
        if (queue == null) {
            new Exchange(this, home.environment(), messages, () -> {}).run();
        } else {
            queue.submit(new Exchange(this, home.environment(), messages, queue::resume)::run);
        }
    }

    @Override
    public boolean isHeld() {
        SessionHandle session = bound;
        return session != null && session.session().isHolding(outlet);
    }

    @Override
    public void lost(@Nullable Throwable cause) {
        lost = true;
        SessionHandle session = bound;
        if (session != null) {
            session.session().detach(outlet);
        }
    }

    /** The session that was opened or taken over here, or {@code null}. */
    public @Nullable SessionHandle bound() {
        return bound;
    }

    /** Runs something when all that came by this socket or client so far has been processed. */
    public void afterwards(Runnable work) {
        Lane queue = lane;
        if (queue == null) {
            work.run();
        } else {
            queue.submit(() -> {
                work.run();
                return true;
            });
        }
    }

    /** Whether a client in this process speaks here. */
    boolean isLocal() {
        return local != null;
    }

    /** Whether the server has stopped, so that clients can only be sent away. */
    boolean isStopped() {
        return home.isStopped();
    }

    /** This thread begins to process what came by here. A local client speaks for whoever made it speak. */
    void enter(CurrentRequest current) {
        if (local == null) {
            current.enter(context, transport);
        } else {
            current.enter();
        }
    }

    /** This thread has processed what came by here. */
    void leave(CurrentRequest current) {
        current.leave();
    }

    TransportFigures figures() {
        return figures;
    }

    Outlet outlet() {
        return outlet;
    }

    BayeuxContext context() {
        return context;
    }

    ServerTransport transport() {
        return transport;
    }

    /** The value of the cookie that a session opened here needs, if the browser has none yet. */
    @Nullable
    String newBrowserId() {
        return newBrowserId;
    }

    SessionHandle newSession() {
        if (!outlet.isStreaming()) {
            newBrowserId = home.newBrowserId(browserId).orElse(null);
        }
        ClientBinding binding = browserId == null
                ? new ClientBinding(newBrowserId, false, home.fingerprintOf(context))
                : new ClientBinding(browserId, true, home.fingerprintOf(context));
        return home.newSession(transport, new SessionOrigin(binding, context.getHeader("User-Agent"), local));
    }

    /** A handshake over this connection was accepted. */
    void opened(SessionHandle session) {
        SessionHandle former = bound;
        bound = session;
        if (former != null) {
            former.session().detach(outlet);
        }
    }

    /** Lets the messages of a session leave by this socket. */
    void attach(SessionHandle session) {
        attached = session;
        if (local != null) {
            session.session().attachLocal(outlet);
            return;
        }
        if (lost) {
            session.session().attachFails();
        } else {
            session.session().attach(outlet);
            if (lost) {
                session.session().detach(outlet);
            }
        }
        session.opened();
    }

    /** The session whose id the message carries, if this connection may speak for it. */
    @Nullable
    SessionHandle sessionOf(BayeuxMessage message) {
        SessionHandle session = home.session(message.getClientId());
        if (session == null || (session != bound && !mayTakeOver(session))) {
            return null;
        }
        // Only once: a socket that is no longer the way to this session was lost or replaced, and never is again.
        if (outlet.isStreaming() && local == null && session != attached) {
            if (session != bound) {
                opened(session);
            }
            attach(session);
        }
        return session;
    }

    private boolean mayTakeOver(SessionHandle session) {
        if (session.isLocalSession() || local != null) {
            return false;
        }
        if (session == admitted) {
            return true;
        }
        if (outlet.isStreaming() && !home.mayMoveToNewSocket()) {
            return false;
        }
        boolean admits = session.origin().binding().admits(browserId, () -> home.fingerprintOf(context));
        admitted = admits ? session : admitted;
        return admits;
    }
}
