package org.bayeux.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.examples.Tokens.Token;
import org.bayeux.server.DefaultSecurityPolicy;

@ApplicationScoped
public class TokenPolicy extends DefaultSecurityPolicy {

    @Inject
    private Tokens tokens;

    @Override
    public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
        if (session.isLocalSession()) {
            return true;
        }
        Optional<Token> token = tokens.check(message.getExt());
        token.ifPresent(it -> session.setCredentialsExpiry(it.expiry()));
        return token.isPresent();
    }
}
