package org.bayeux.server.service;

/**
 * Tells what goes wrong in one service, under the name of its class.
 *
 * <p>Thread-safe.
 */
public final class ServiceLog {

    private final System.Logger logger;

    /** The log of a service of this class. */
    public ServiceLog(Class<?> service) {
        this.logger = System.getLogger(service.getName());
    }

    /** A method of the service threw; what it was called for goes on. */
    public void callbackFailed(String method, Throwable failure) {
        logger.log(System.Logger.Level.INFO, "BYX-1551: " + method + "() failed, the server goes on", failure);
    }

    void subscriptionRefused(String method, String channel) {
        logger.log(
                System.Logger.Level.WARNING,
                "BYX-1552: the security policy does not let this service subscribe to {0}, {1}() is never called",
                channel,
                method);
    }

    /** A call did not reach a method of the service because of who sent or of what was sent. */
    public void callRefused(String method, RuntimeException reason) {
        logger.log(System.Logger.Level.DEBUG, () -> method + "() was not called: " + reason.getMessage());
    }

    /** The data of a message is not of the type that a method of the service wants. */
    public void dataUnfit(String method, RuntimeException reason) {
        logger.log(System.Logger.Level.DEBUG, () -> method + "() was not called: " + reason.getMessage());
    }
}
