package org.bayeux.examples.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;

/** Tells the members of a room who is in it, on {@code /members/{room}}, and other servers too. Thread-safe. */
@ApplicationScoped
class MemberNews {

    @Inject
    private BayeuxServer bayeux;

    @Inject
    private Chat chat;

    @Inject
    private Elsewhere elsewhere;

    /** Tells of a member of this server that joined or left. */
    void publish(Members members) {
        elsewhere.share(members.room(), () -> chat.here(members.room()));
        tell(members);
    }

    void changed(@Observes RoomChanged event) {
        chat.changedElsewhere(event.room()).ifPresent(this::tell);
    }

    private void tell(Members members) {
        ServerChannel channel = bayeux.getChannel("/members/" + members.room());
        // Without a channel nobody listens. Lists may overtake each other on their way; their versions tell.
        if (channel != null) {
            channel.publish(null, members);
        }
    }
}
