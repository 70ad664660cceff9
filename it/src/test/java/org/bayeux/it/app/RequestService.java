package org.bayeux.it.app;

import jakarta.enterprise.context.RequestScoped;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** A service of another scope than the usual one: a new bean for each message. */
@Service
@RequestScoped
public class RequestService {

    private int calls;

    @Listener("/service/request")
    public void count(ServerSession sender, ServerMessage message) {
        calls++;
        sender.deliver(null, message.getChannel(), calls);
    }
}
