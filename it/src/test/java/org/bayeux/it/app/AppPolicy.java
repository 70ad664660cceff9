package org.bayeux.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.DefaultSecurityPolicy;

/** Keeps out who says so, and guards two channels. */
@ApplicationScoped
public class AppPolicy extends DefaultSecurityPolicy {

    @Override
    public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
        boolean refused =
                message.getExt() != null && "refuse".equals(message.getExt().get("test"));
        return !refused && super.canHandshake(server, session, message);
    }

    @Override
    public boolean canSubscribe(
            BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
        return !channel.getId().equals("/secret") && super.canSubscribe(server, session, channel, message);
    }

    @Override
    public boolean canPublish(
            BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
        return !channel.getId().startsWith("/readonly/") && super.canPublish(server, session, channel, message);
    }
}
