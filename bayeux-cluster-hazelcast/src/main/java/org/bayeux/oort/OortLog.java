package org.bayeux.oort;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What operators are told of the nodes of a cluster. */
final class OortLog {

    private static final Logger LOGGER = System.getLogger("org.bayeux.oort");

    private OortLog() {}

    static void joined(String url) {
        LOGGER.log(Level.INFO, "BYX-6010: The node {0} is there.", url);
    }

    static void left(String url) {
        LOGGER.log(Level.INFO, "BYX-6011: The node {0} is gone.", url);
    }

    static void missed(String url) {
        LOGGER.log(Level.WARNING, "BYX-6012: Messages from or to the node {0} may have been missed.", url);
    }

    /** Under the name of the failing class, since that is whose log the developer looks at. */
    static void listenerFailed(Object listener, Throwable failure) {
        Logger logger = System.getLogger(listener.getClass().getName());
        logger.log(Level.INFO, "BYX-6013: a listener " + listener.getClass().getName() + " of nodes failed", failure);
    }
}
