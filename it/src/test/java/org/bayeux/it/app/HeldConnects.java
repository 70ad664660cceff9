package org.bayeux.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.api.Channel;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** Counts connects that came in and have not been answered, which are those that the server holds. */
@ApplicationScoped
public class HeldConnects implements BayeuxServer.Extension {

    private final AtomicInteger held = new AtomicInteger();

    @Override
    public boolean rcvMeta(ServerSession from, ServerMessage.Mutable message) {
        if (Channel.META_CONNECT.equals(message.getChannel())) {
            held.incrementAndGet();
        }
        return true;
    }

    @Override
    public boolean sendMeta(ServerSession to, ServerMessage.Mutable message) {
        if (Channel.META_CONNECT.equals(message.getChannel())) {
            held.decrementAndGet();
        }
        return true;
    }

    /** How many connects are held now. */
    public int count() {
        return held.get();
    }
}
