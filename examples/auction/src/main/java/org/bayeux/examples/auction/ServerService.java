package org.bayeux.examples.auction;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.api.server.LocalSession;
import org.bayeux.oort.Oort;
import org.bayeux.oort.event.MemberJoined;
import org.bayeux.oort.event.MemberLeft;

/** Tells browsers which server they are on, how many there are, and whether these take bids. */
@Service("servers")
public class ServerService {

    @Inject
    private Oort oort;

    @Inject
    private HighestBids bids;

    @Session
    private LocalSession self;

    /** Remote call {@code servers}. A master comes and goes without news, so who waits for one asks again. */
    @RemoteCall("servers")
    public Servers servers() {
        return new Servers(place(), oort.getKnownComets().size() + 1, bids.areNumbered());
    }

    void joined(@Observes MemberJoined event) {
        tell();
    }

    void left(@Observes MemberLeft event) {
        tell();
    }

    private void tell() {
        self.getChannel("/servers").publish(servers());
    }

    /** The part of the node's name that people can read. */
    private String place() {
        String place = URI.create(oort.getURL()).getAuthority();
        return place == null ? oort.getURL() : place;
    }
}
