package org.bayeux.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bayeux.api.Channel;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** Knows of connects that came in and have not been answered, which are those that the server holds. */
@ApplicationScoped
public class HeldConnects implements BayeuxServer.Extension {

    /** How many connects of a session are unanswered, by its id; none of those of which none is. */
    private final ConcurrentMap<String, Integer> held = new ConcurrentHashMap<>();

    @Override
    public boolean rcvMeta(ServerSession from, ServerMessage.Mutable message) {
        if (from != null && Channel.META_CONNECT.equals(message.getChannel())) {
            held.merge(from.getId(), 1, Integer::sum);
        }
        return true;
    }

    @Override
    public boolean sendMeta(ServerSession to, ServerMessage.Mutable message) {
        if (to != null && Channel.META_CONNECT.equals(message.getChannel())) {
            held.computeIfPresent(to.getId(), (id, count) -> count == 1 ? null : count - 1);
        }
        return true;
    }

    /** Whether a connect of the session is held now. */
    public boolean holds(ServerSession session) {
        return held.containsKey(session.getId());
    }
}
