package org.bayeux.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What this module tells operators: codes BYX-3000 to BYX-3999. What clients do wrong is told at DEBUG only. */
final class HttpLog {

    static final String SERVLET_NAME_TAKEN = "BYX-3002";
    static final String PATH_TAKEN = "BYX-3003";

    private static final Logger LOG = System.getLogger("org.bayeux.http");

    private HttpLog() {}

    static void requestFailed(Throwable failure) {
        LOG.log(Level.ERROR, "BYX-3100: a request could not be processed", failure);
    }

    static void asyncNotSupported() {
        LOG.log(
                Level.ERROR,
                "BYX-3101: a filter before the path of the server does not support asynchronous requests, so none can be"
                        + " answered: declare it with asyncSupported");
    }

    static void refused(Refused refused) {
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, "Refused a request with {0}: {1}", refused.status(), refused.reason());
        }
    }

    static void parameterIllegible(RuntimeException cause) {
        LOG.log(Level.DEBUG, "A parameter of a query cannot be decoded", cause);
    }

    static void answerLost(Throwable cause) {
        LOG.log(Level.DEBUG, "A response could not be written", cause);
    }
}
