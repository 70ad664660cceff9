package org.bayeux.cdi.lifecycle;

import java.time.Duration;
import java.util.Collection;

/**
 * What a deployed server has to tell. The codes are listed in {@code docs/message-codes.md}.
 *
 * <p>Thread-safe.
 */
public final class CdiLog {

    private static final System.Logger LOGGER = System.getLogger("org.bayeux.cdi");

    private CdiLog() {}

    /** Clients can come. */
    public static void started(String address) {
        LOGGER.log(System.Logger.Level.INFO, "BYX-2001: Bayeux answers at {0}", address);
    }

    /** Clients cannot come any more. */
    public static void stopped(String address) {
        LOGGER.log(System.Logger.Level.INFO, "BYX-2002: Bayeux no longer answers at {0}", address);
    }

    /** A web application that only shares the library. */
    public static void noTransport(String application) {
        LOGGER.log(
                System.Logger.Level.INFO,
                "BYX-2008: the web application {0} has no transport, so it has no Bayeux server; add bayeux-http or"
                        + " bayeux-websocket-endpoint to its own libraries if it should have one",
                application);
    }

    /** A class that is to be called, and will not be. */
    public static void unmadeService(String service) {
        LOGGER.log(
                System.Logger.Level.WARNING,
                "BYX-2009: {0} has @Service, but CDI made no bean of it, so it is never called; look at the beans.xml of"
                        + " its archive and at what keeps it from being a bean",
                service);
    }

    /** A guard that stands nowhere. */
    public static void unplacedAuthorizer(String bean) {
        LOGGER.log(
                System.Logger.Level.WARNING,
                "BYX-2010: the authorizer {0} names no channel by @OnChannel, so it guards none unless the application"
                        + " adds it itself",
                bean);
    }

    static void ownThreads(String name, Throwable reason) {
        LOGGER.log(
                System.Logger.Level.WARNING,
                "BYX-2003: no managed executor at {0}, unmanaged threads are used ({1})",
                name,
                reason.toString());
    }

    static void usedBeforeStart(Collection<String> options) {
        LOGGER.log(
                System.Logger.Level.WARNING,
                "BYX-2004: a bean used the server before the web application began to start, so context parameters"
                        + " have no effect: {0}; use it later, or set them as system properties",
                options);
    }

    static void installed(Class<?> bean, String as) {
        LOGGER.log(System.Logger.Level.DEBUG, "{0} is installed as {1}", bean.getName(), as);
    }

    static void taskFailed(Throwable failure) {
        LOGGER.log(System.Logger.Level.ERROR, "BYX-2006: a task failed", failure);
    }

    static void tasksUnderWay(Duration limit) {
        LOGGER.log(
                System.Logger.Level.WARNING,
                "BYX-2007: the server stops, but tasks are still under way after {0}; they are left alone",
                limit);
    }

    /** Takes one step of stopping; if it fails, that is told and the next step can be taken. */
    public static void attempt(String what, Runnable step) {
        try {
            step.run();
        } catch (Throwable failure) { // adapters and the application's code
            LOGGER.log(System.Logger.Level.WARNING, "BYX-2005: stopping " + what + " failed, going on", failure);
        }
    }
}
