package org.bayeux.cdi.publish;

import java.security.Principal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.lifecycle.ServerAccess;
import org.bayeux.cdi.lifecycle.ServerPart;

/** The sessions of each user. Thread-safe: a session is added and removed in the order of its own news. */
public final class UserSessions implements ServerPart, BayeuxServer.SessionListener {

    private final ConcurrentHashMap<ServerSession, String> names = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Set<ServerSession>> sessions = new ConcurrentHashMap<>();

    /** Knows nobody yet. */
    public UserSessions() {}

    @Override
    public void install(ServerAccess server) {
        server.server().addListener(this);
    }

    @Override
    public void sessionAdded(ServerSession session, ServerMessage message) {
        BayeuxContext context = message.getBayeuxContext();
        Principal user = context == null ? null : context.getUserPrincipal();
        if (user != null) {
            names.put(session, user.getName());
            sessions.compute(user.getName(), (name, known) -> {
                Set<ServerSession> all = known == null ? ConcurrentHashMap.newKeySet() : known;
                all.add(session);
                return all;
            });
        }
    }

    @Override
    public void sessionRemoved(ServerSession session, boolean timedout) {
        String user = names.remove(session);
        if (user != null) {
            sessions.computeIfPresent(user, (name, known) -> {
                known.remove(session);
                return known.isEmpty() ? null : known;
            });
        }
    }

    Set<ServerSession> of(String user) {
        return sessions.getOrDefault(user, Set.of());
    }
}
