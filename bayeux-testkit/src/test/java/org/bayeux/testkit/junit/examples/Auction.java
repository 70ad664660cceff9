package org.bayeux.testkit.junit.examples;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** Sells something to whoever offers the most. */
@Service
public class Auction {

    @Inject
    private Bids bids;

    /** Offers that are too low are refused. */
    @Listener("/auction/bids")
    public boolean bid(ServerSession from, ServerMessage.Mutable message) {
        return message.getData() instanceof Number amount && bids.raise(amount.longValue());
    }

    /** For the auctioneer: ends the auction. */
    @RolesAllowed("auctioneer")
    @RemoteCall("sell")
    public long sell() {
        return bids.highest();
    }

    /** What was offered. */
    @ApplicationScoped
    public static class Bids {

        private long highest;

        /** The highest offer so far. */
        public long highest() {
            return highest;
        }

        /** Whether it is more than any before. */
        public boolean raise(long amount) {
            boolean higher = amount > highest;
            highest = Math.max(highest, amount);
            return higher;
        }
    }
}
