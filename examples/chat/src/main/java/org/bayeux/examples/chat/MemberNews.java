package org.bayeux.examples.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;

/** Tells the members of a room who is in it, on {@code /members/{room}}. Thread-safe. */
@ApplicationScoped
class MemberNews {

    @Inject
    private BayeuxServer bayeux;

    void publish(Members members) {
        ServerChannel channel = bayeux.getChannel("/members/" + members.room());
        // Without a channel nobody listens. Lists may overtake each other on their way; their versions tell.
        if (channel != null) {
            channel.publish(null, members);
        }
    }
}
