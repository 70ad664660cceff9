package org.bayeux.server.engine.guard;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The log messages about user code, codes BYX-1000 to BYX-1099. */
final class GuardLog {

    private static final Logger LOGGER = System.getLogger("org.bayeux.server");

    private GuardLog() {}

    /** Under the name of the failing class, since that is whose log the developer looks at. */
    static void userCodeFailed(Object code, Throwable failure) {
        Logger logger = System.getLogger(code.getClass().getName());
        logger.log(Level.INFO, "BYX-1001: a callback of " + code.getClass().getName() + " failed", failure);
    }

    static void notWritable(Throwable failure) {
        LOGGER.log(
                Level.INFO,
                "BYX-1002: what an extension or listener put into a message has no JSON form; it is not sent",
                failure);
    }
}
