package org.bayeux.it.cluster.fault.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.oort.Seti;
import org.bayeux.server.DefaultSecurityPolicy;

/** Believes clients who they are. */
@ApplicationScoped
public class RoomPolicy extends DefaultSecurityPolicy {

    @Inject
    private Seti seti;

    @Override
    public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
        if (message.getExt() != null && message.getExt().get("user") instanceof String user) {
            seti.associate(user, session);
        }
        return super.canHandshake(server, session, message);
    }
}
