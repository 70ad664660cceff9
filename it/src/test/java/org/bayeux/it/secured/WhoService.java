package org.bayeux.it.secured;

import jakarta.inject.Inject;
import java.security.Principal;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** Tells clients who they are: {@code ann:member}, or {@code nobody}. */
@Service
public class WhoService {

    @Inject
    private BayeuxServer server;

    @Listener("/service/who")
    public void tell(ServerSession sender, ServerMessage message) {
        BayeuxContext context = server.getContext();
        Principal user = context.getUserPrincipal();
        StringBuilder who = new StringBuilder(user == null ? "nobody" : user.getName());
        for (String role : Roles.ALL) {
            if (context.isUserInRole(role)) {
                who.append(':').append(role);
            }
        }
        sender.deliver(null, message.getChannel(), who.toString());
    }
}
