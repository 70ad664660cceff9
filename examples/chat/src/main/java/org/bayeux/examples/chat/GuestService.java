package org.bayeux.examples.chat;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerSession;

/** Lets guests in, and notices when they go, also when a browser just vanishes. */
@Service("guests")
public class GuestService {

    @Inject
    private BayeuxServer bayeux;

    @Inject
    private Chat chat;

    @Inject
    private MemberNews news;

    @PostConstruct
    void watchSessions() {
        bayeux.addListener(new BayeuxServer.SessionListener() {
            @Override
            public void sessionRemoved(ServerSession session, boolean timedout) {
                exit(session);
            }
        });
    }

    /** Remote call {@code enter}: a guest tells its name, and gets it back as the others will see it. */
    @RemoteCall("enter")
    public void enter(RemoteCall.Caller caller, Entry entry) {
        ServerSession session = caller.getServerSession();
        try {
            Guest guest = chat.enter(session.getId(), entry.name());
            // A session that ended in between has been reported already: nobody else would let the guest out.
            if (bayeux.getSession(session.getId()) == null) {
                exit(session);
            }
            caller.result(new Entry(guest.name()));
        } catch (Refusal refusal) {
            caller.failure(refusal.reason());
        }
    }

    private void exit(ServerSession session) {
        chat.exit(session.getId()).forEach(news::publish);
    }
}
