package org.bayeux.server.engine.management;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.management.ObjectName;

/** The log messages about JMX, codes BYX-1312 to BYX-1319. */
final class ManagementLog {

    private static final Logger LOGGER = System.getLogger("org.bayeux.server");

    private ManagementLog() {}

    static void notShown(Exception failure) {
        LOGGER.log(Level.WARNING, "BYX-1312: JMX does not show the server, which works all the same", failure);
    }

    static void kept(ObjectName name, Exception failure) {
        LOGGER.log(Level.WARNING, "BYX-1313: JMX keeps " + name + ", and with it the application", failure);
    }
}
