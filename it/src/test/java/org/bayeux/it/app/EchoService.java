package org.bayeux.it.app;

import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** Sends back what it is told. */
@Service("echo")
public class EchoService {

    @Session
    private LocalSession local;

    @Session
    private ServerSession self;

    @Listener("/service/echo")
    public void echo(ServerSession sender, ServerMessage message) {
        sender.deliver(self, message.getChannel(), message.getData());
    }

    /** Answers ten times, so that order and completeness can be seen. */
    @Listener("/service/repeat")
    public void repeat(ServerSession sender, ServerMessage message) {
        for (int i = 0; i < 10; i++) {
            sender.deliver(self, message.getChannel(), message.getData() + "#" + i);
        }
    }

    /** Publishes as the service's own session, which is a client inside the server. */
    @Listener("/service/announce")
    public void announce(ServerSession sender, ServerMessage message) {
        local.getChannel((String) message.getDataAsMap().get("channel"))
                .publish(message.getDataAsMap().get("text"));
    }
}
