package org.bayeux.cdi.examples;

import jakarta.inject.Inject;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

@Service("echo")
public class EchoService {

    @Inject
    private BayeuxServer server;

    @Session
    private ServerSession self;

    @Configure("/echo/**")
    public void configure(ConfigurableServerChannel channel) {
        channel.setPersistent(true);
    }

    @Listener("/service/echo")
    public void echo(ServerSession from, ServerMessage message) {
        from.deliver(self, message.getChannel(), message.getData());
    }
}
