package org.bayeux.it.migrated;

import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.AbstractService;

/** The inherited service of the manual, 9.3.3.1. */
public final class EchoService extends AbstractService {

    EchoService(BayeuxServer bayeux) {
        super(bayeux, "echo");
        addService("/echo", "processEcho");
    }

    public void processEcho(ServerSession remote, ServerMessage message) {
        remote.deliver(getServerSession(), "/echo", message.getData());
    }
}
