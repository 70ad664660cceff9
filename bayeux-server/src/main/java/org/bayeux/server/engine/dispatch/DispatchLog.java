package org.bayeux.server.engine.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** The log messages about requests, codes BYX-1100 to BYX-1199. */
final class DispatchLog {

    private static final Logger LOGGER = System.getLogger("org.bayeux.server");

    private DispatchLog() {}

    static void messageFailed(@Nullable Object channel, @Nullable Throwable failure) {
        LOGGER.log(
                Level.ERROR,
                "BYX-1101: a message on channel " + channel + " could not be processed; its sender was told so",
                failure);
    }
}
