package org.bayeux.it.cluster.fault;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Where trials, which take hours, tell how far they are. */
final class FaultLog {

    private static final Logger LOGGER = System.getLogger("org.bayeux.it.cluster.fault");

    private FaultLog() {}

    static void tell(String what) {
        LOGGER.log(Level.INFO, what);
    }
}
