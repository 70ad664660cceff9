package org.bayeux.benchmark.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.ext.AcknowledgedMessagesExtension;

/** Answers calls with what they brought, and acknowledges messages where clients ask for it. Thread-safe. */
@Service("bench")
public class BenchService {

    /** The extension that the clients' question for acknowledgements is about. */
    @Produces
    @ApplicationScoped
    public BayeuxServer.Extension acknowledgedMessages() {
        return new AcknowledgedMessagesExtension();
    }

    /** Sends the data back to the caller. */
    @Listener("/service/bench/echo")
    public void echo(ServerSession caller, ServerMessage message) {
        caller.deliver(caller, message.getChannel(), message.getData());
    }
}
