package org.bayeux.it.app;

import jakarta.enterprise.context.RequestScoped;
import org.bayeux.annotation.Listener;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** A bean of another normal scope than a service's: a new one for each message. */
@RequestScoped
public class RequestService {

    private int calls;

    @Listener("/service/request")
    public void count(ServerSession sender, ServerMessage message) {
        calls++;
        sender.deliver(null, message.getChannel(), calls);
    }
}
