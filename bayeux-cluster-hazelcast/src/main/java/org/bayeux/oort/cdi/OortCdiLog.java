package org.bayeux.oort.cdi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What operators are told of a node's beginning. */
final class OortCdiLog {

    private static final Logger LOGGER = System.getLogger("org.bayeux.oort");

    private OortCdiLog() {}

    static void started(String url, int others) {
        LOGGER.log(Level.INFO, "BYX-6022: This is the node {0}, and {1} others are there.", url, others);
    }

    static void meetsLater(String url) {
        LOGGER.log(Level.INFO, "BYX-6024: The node {0} meets the others as soon as its application has started.", url);
    }

    static void notMet(String url) {
        LOGGER.log(
                Level.WARNING,
                "BYX-6023: The node {0} has not met all others yet, and takes clients nevertheless.",
                url);
    }
}
