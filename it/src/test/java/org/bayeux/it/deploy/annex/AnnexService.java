package org.bayeux.it.deploy.annex;

import jakarta.enterprise.context.ApplicationScoped;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/**
 * Answers where it is deployed, and nowhere else. Says its scope, since WildFly
 * does not know the stereotypes of a WAR in an EAR.
 */
@Service
@ApplicationScoped
public class AnnexService {

    @Listener("/service/annex")
    public void answer(ServerSession sender, ServerMessage message) {
        sender.deliver(null, message.getChannel(), "annex");
    }
}
