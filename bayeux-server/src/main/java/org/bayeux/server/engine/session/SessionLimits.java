package org.bayeux.server.engine.session;

import java.time.Duration;
import java.util.Optional;
import org.bayeux.server.config.TransportConfig;

/**
 * The times and sizes that hold for one session: those of its transport unless the application set its own.
 *
 * <p>Immutable.
 *
 * @param timeout how long a connect is held
 * @param interval how long the client waits between connects
 * @param maxInterval how long after that a silent client is given up
 * @param maxLazyTimeout how long a lazy message waits for an occasion
 * @param metaConnectDeliverOnly whether messages leave with connect replies only
 * @param maxQueue how many messages may wait before the queue counts as full; not positive: any number
 * @param maxProcessing how long messages of the client may be processed; empty: for ever
 */
record SessionLimits(
        Duration timeout,
        Duration interval,
        Duration maxInterval,
        Duration maxLazyTimeout,
        boolean metaConnectDeliverOnly,
        int maxQueue,
        Optional<Duration> maxProcessing) {

    static SessionLimits of(TransportConfig config) {
        return new SessionLimits(
                config.timeout(),
                config.interval(),
                config.maxInterval(),
                config.maxLazyTimeout(),
                config.metaConnectDeliverOnly(),
                config.maxQueue(),
                config.maxProcessing());
    }

    /** How long the client may stay silent when no connect is held. */
    Duration silence() {
        return interval.plus(maxInterval);
    }

    boolean isQueueFull(int size) {
        return maxQueue > 0 && size >= maxQueue;
    }

    SessionLimits deliveringByConnectOnly() {
        return new SessionLimits(timeout, interval, maxInterval, maxLazyTimeout, true, maxQueue, maxProcessing);
    }

    SessionLimits withTimeout(Duration changed) {
        return new SessionLimits(
                changed, interval, maxInterval, maxLazyTimeout, metaConnectDeliverOnly, maxQueue, maxProcessing);
    }

    SessionLimits withInterval(Duration changed) {
        return new SessionLimits(
                timeout, changed, maxInterval, maxLazyTimeout, metaConnectDeliverOnly, maxQueue, maxProcessing);
    }

    SessionLimits withMaxInterval(Duration changed) {
        return new SessionLimits(
                timeout, interval, changed, maxLazyTimeout, metaConnectDeliverOnly, maxQueue, maxProcessing);
    }
}
