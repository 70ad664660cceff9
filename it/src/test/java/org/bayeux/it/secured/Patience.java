package org.bayeux.it.secured;

import jakarta.enterprise.context.ApplicationScoped;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** Keeps the sessions of clients that send no connects. */
@ApplicationScoped
public class Patience implements BayeuxServer.SessionListener {

    private static final long TEN_MINUTES = 600_000;

    @Override
    public void sessionAdded(ServerSession session, ServerMessage message) {
        session.setMaxInterval(TEN_MINUTES);
    }
}
