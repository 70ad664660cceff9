package org.bayeux.examples.chat;

import jakarta.inject.Inject;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Lets guests in, and notices when they go, also when a browser just vanishes. Being a bean of a listener's type, it is
 * added to the server by itself.
 */
@Service("guests")
public class GuestService implements BayeuxServer.SessionListener {

    @Inject
    private BayeuxServer bayeux;

    @Inject
    private Chat chat;

    @Inject
    private Elsewhere elsewhere;

    @Inject
    private MemberNews news;

    /** Remote call {@code enter}: a guest tells its name, and gets it back as the others will see it. */
    @RemoteCall("enter")
    public void enter(RemoteCall.Caller caller, @Nullable Entry entry) {
        ServerSession session = caller.getServerSession();
        try {
            Guest guest = chat.enter(session.getId(), entry == null ? null : entry.name());
            elsewhere.entered(guest.name(), session);
            // A session that ended in between has been reported already: nobody else would let the guest out.
            if (bayeux.getSession(session.getId()) == null) {
                exit(session);
            }
            caller.result(new Entry(guest.name()));
        } catch (Refusal refusal) {
            caller.failure(refusal.reason());
        }
    }

    /** Shows the guest out, whether it disconnected or its time is over. */
    @Override
    public void sessionRemoved(ServerSession session, boolean timedout) {
        exit(session);
    }

    private void exit(ServerSession session) {
        chat.exit(session.getId()).forEach(news::publish);
    }
}
