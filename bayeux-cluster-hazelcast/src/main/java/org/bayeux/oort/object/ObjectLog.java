package org.bayeux.oort.object;

import java.lang.System.Logger.Level;

/** What this package has to say to operators, and where code of applications is called. Stateless. */
public final class ObjectLog {

    private static final System.Logger LOGGER = System.getLogger(ObjectLog.class.getName());

    private ObjectLog() {}

    /** Calls code of the application, whose failure is logged and stops nothing. */
    public static void guard(String name, Runnable code) {
        try {
            code.run();
        } catch (Throwable e) {
            LOGGER.log(Level.ERROR, "BYX-6101: A listener or callback of '" + name + "' failed.", e);
        }
    }

    static void partNotWritable(String name, RuntimeException e) {
        LOGGER.log(Level.ERROR, "BYX-6102: What this node owns of '" + name + "' has no JSON form any more.", e);
    }

    static void changeNotReadable(String name, String url, RuntimeException e) {
        LOGGER.log(
                Level.ERROR,
                "BYX-6105: A change of '" + name + "' by the node " + url + " cannot be read and is left out here.",
                e);
    }

    /** Says that an action of a service failed. */
    public static void actionFailed(String name, Throwable e) {
        LOGGER.log(Level.ERROR, "BYX-6104: An action of the service '" + name + "' failed.", e);
    }

    static void answerNotWritable(String name, RuntimeException e) {
        LOGGER.log(Level.ERROR, "BYX-6103: An answer of the service '" + name + "' has no JSON form.", e);
    }
}
