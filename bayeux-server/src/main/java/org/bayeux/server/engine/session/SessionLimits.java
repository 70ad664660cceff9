package org.bayeux.server.engine.session;

import java.time.Duration;
import java.util.Optional;
import org.bayeux.server.config.QueueLimits;
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
 * @param queue how much is kept for the client
 * @param maxProcessing how long messages of the client may be processed; empty: for ever
 */
record SessionLimits(
        Duration timeout,
        Duration interval,
        Duration maxInterval,
        Duration maxLazyTimeout,
        boolean metaConnectDeliverOnly,
        QueueLimits queue,
        Optional<Duration> maxProcessing) {

    static SessionLimits of(TransportConfig config) {
        return new SessionLimits(
                config.timeout(),
                config.interval(),
                config.maxInterval(),
                config.maxLazyTimeout(),
                config.metaConnectDeliverOnly(),
                config.queue(),
                config.maxProcessing());
    }

    /** How long the client may stay silent when no connect is held. */
    Duration silence() {
        return interval.plus(maxInterval);
    }

    SessionLimits deliveringByConnectOnly() {
        return new SessionLimits(timeout, interval, maxInterval, maxLazyTimeout, true, queue, maxProcessing);
    }

    SessionLimits withTimeout(Duration changed) {
        return new SessionLimits(
                changed, interval, maxInterval, maxLazyTimeout, metaConnectDeliverOnly, queue, maxProcessing);
    }

    SessionLimits withInterval(Duration changed) {
        return new SessionLimits(
                timeout, changed, maxInterval, maxLazyTimeout, metaConnectDeliverOnly, queue, maxProcessing);
    }

    SessionLimits withMaxInterval(Duration changed) {
        return new SessionLimits(
                timeout, interval, changed, maxLazyTimeout, metaConnectDeliverOnly, queue, maxProcessing);
    }
}
