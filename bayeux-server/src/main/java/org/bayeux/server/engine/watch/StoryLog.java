package org.bayeux.server.engine.watch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Where the story of sessions is told, code BYX-1311. */
final class StoryLog {

    private static final Logger LOGGER = System.getLogger("org.bayeux.server.story");

    private StoryLog() {}

    static boolean isOpenToAll() {
        return LOGGER.isLoggable(Level.DEBUG);
    }

    static void chosen(String session, String step) {
        LOGGER.log(Level.INFO, "BYX-1311: session " + session + ": " + step);
    }

    static void any(String session, String step) {
        LOGGER.log(Level.DEBUG, "session " + session + ": " + step);
    }
}
