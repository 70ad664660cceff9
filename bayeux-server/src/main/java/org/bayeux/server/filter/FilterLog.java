package org.bayeux.server.filter;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.bayeux.wire.OneLine;

/** What filters tell operators: codes BYX-14xx. */
final class FilterLog {

    private static final Logger LOG = System.getLogger("org.bayeux.server.filter");

    private FilterLog() {}

    static void aborted(String channel, DataFilter.AbortException reason) {
        LOG.log(
                Level.DEBUG,
                "A filter dropped a message on {0}: {1}",
                OneLine.of(channel),
                OneLine.of(reason.getMessage()));
    }

    static void failed(String channel, RuntimeException failure) {
        LOG.log(
                Level.ERROR,
                "BYX-1401: a filter failed, so the message on " + OneLine.of(channel) + " is dropped",
                failure);
    }
}
