package org.bayeux.it.deploy.part;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/**
 * Tells clients where they are, if the injected server is the one that they talk to. Says its scope, since WildFly
 * does not know the stereotypes of a WAR in an EAR.
 */
@Service
@ApplicationScoped
public class PlaceService {

    @Inject
    private BayeuxServer server;

    @Session
    private LocalSession self;

    @Listener("/service/place")
    public void tell(ServerSession sender, ServerMessage message) {
        boolean ours = server.getSession(sender.getId()) == sender && server.getSession(self.getId()) != null;
        String place = ours ? server.getContext().getContextPath() : "another server is injected";
        sender.deliver(null, message.getChannel(), place);
    }

    /** Publishes by the server. */
    @Listener("/service/news")
    public void publish(ServerSession sender, ServerMessage message) {
        server.createChannelIfAbsent("/news").getReference().publish(null, message.getData());
    }
}
