package org.bayeux.it.deploy.part;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** The sessions that this application was told of. */
@ApplicationScoped
public class Guests implements BayeuxServer.SessionListener {

    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    @Override
    public void sessionAdded(ServerSession session, ServerMessage message) {
        ids.add(session.getId());
    }

    boolean has(String id) {
        return ids.contains(id);
    }
}
