package org.bayeux.it.tokens;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.DefaultSecurityPolicy;

/** Lets in whoever shows a token, for as many milliseconds as the token says. */
@ApplicationScoped
public class TokenPolicy extends DefaultSecurityPolicy {

    @Override
    public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
        if (session.isLocalSession()) {
            return true;
        }
        if (message.getExt() == null || !(message.getExt().get("token") instanceof Number millis)) {
            return false;
        }
        session.setCredentialsExpiry(Instant.now().plusMillis(millis.longValue()));
        return true;
    }
}
