package org.bayeux.api.server;

import org.bayeux.api.Transport;

/**
 * A transport on the server, with the times it works by.
 *
 * <p>All times are milliseconds. Implementations are thread-safe. Source: manual, table 5.
 */
public interface ServerTransport extends Transport {

    /** Returns how long a connect is held when there is nothing to send. */
    long getTimeout();

    /** Returns how long a client shall wait after the answer to a connect before the next one. */
    long getInterval();

    /** Returns how long a client may stay away before its session ends. */
    long getMaxInterval();

    /** Returns how long a lazy message waits at most. */
    long getMaxLazyTimeout();

    /**
     * Tells whether messages leave only with the answer to a connect, which keeps them in strict
     * order, and never with other answers.
     */
    boolean isMetaConnectDeliveryOnly();
}
