package org.bayeux.oort.relay;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.bayeux.oort.link.Peer;

/** What operators are told of relayed messages. */
final class RelayLog {

    private static final Logger LOGGER = System.getLogger("org.bayeux.oort");

    private RelayLog() {}

    static void unreadable(Peer node, RuntimeException why) {
        LOGGER.log(Level.WARNING, "BYX-6005: A message from the node " + node + " is not delivered here.", why);
    }

    static void waitsNoLonger(Peer node, String channel, long seconds) {
        LOGGER.log(
                Level.WARNING,
                "BYX-6006: A listener has not answered for {0} s for a message on {1} from the node {2}; those behind"
                        + " it go on.",
                seconds,
                channel,
                node);
    }
}
