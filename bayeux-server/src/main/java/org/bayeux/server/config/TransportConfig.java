package org.bayeux.server.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What can be set for each transport, and for all of them at once (manual 9.3.2.1, table 5).
 *
 * <p>Immutable.
 *
 * @param timeout how long a connect is held when there is nothing to send
 * @param interval how long a client waits between two connects
 * @param maxInterval how long after {@code interval} a client that does not connect is given up
 * @param maxProcessing how long messages of a session may be processed before it is given up; empty: for ever
 * @param maxLazyTimeout how long a lazy message waits at most
 * @param metaConnectDeliverOnly whether messages travel with connect replies only
 * @param queue how much is kept for one client
 * @param maxMessageSize bytes of one request body or frame, whatever number of messages it holds
 */
public record TransportConfig(
        Duration timeout,
        Duration interval,
        Duration maxInterval,
        Optional<Duration> maxProcessing,
        Duration maxLazyTimeout,
        boolean metaConnectDeliverOnly,
        QueueLimits queue,
        int maxMessageSize) {

    /** Enough for 64 KiB of payload beside its envelope. */
    static final int DEFAULT_MAX_MESSAGE_SIZE = 128 * 1024;

    static TransportConfig read(OptionReader options, List<String> prefixes) {
        OptionReader reader = options.under(prefixes);
        return new TransportConfig(
                reader.millis("timeout", 30_000),
                reader.millis("interval", 0),
                reader.millis("maxInterval", 10_000),
                reader.optionalMillis("maxProcessing"),
                reader.millis("maxLazyTimeout", 5_000),
                reader.flag("metaConnectDeliverOnly", false),
                QueueLimits.read(reader),
                reader.number("maxMessageSize", DEFAULT_MAX_MESSAGE_SIZE, 1));
    }
}
