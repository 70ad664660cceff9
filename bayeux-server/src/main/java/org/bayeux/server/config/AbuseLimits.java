package org.bayeux.server.config;

/**
 * What one client, or all from one place, may take of a server. The defaults are beyond what honest clients need; clients
 * in this process are never limited.
 *
 * <p>Immutable. Not positive means without limit where that is possible.
 *
 * @param maxSessionsPerAddress sessions from one network address, or from one /64 network of IPv6
 * @param maxSubscriptionsPerSession channels and patterns that one session is subscribed to
 * @param maxClientChannels channels that exist because clients from outside made them
 * @param maxMessagesPerBatch messages in one request or frame
 * @param maxNestingDepth how deep a message may nest, see {@link org.bayeux.wire.WireLimits#maxDepth()}
 * @param maxMessageRate messages of one session per second, on an average over {@link #RATE_SECONDS}
 * @param maxTotalQueueBytes what the queues of all sessions may keep together, a message in several of them counted once
 */
public record AbuseLimits(
        int maxSessionsPerAddress,
        int maxSubscriptionsPerSession,
        int maxClientChannels,
        int maxMessagesPerBatch,
        int maxNestingDepth,
        int maxMessageRate,
        long maxTotalQueueBytes) {

    /** The time over which the rate of messages counts: who was silent for so long may send that many seconds' worth. */
    public static final int RATE_SECONDS = 5;

    private static final int FASTEST = 1_000_000;
    private static final int SHALLOWEST = 3;
    private static final int DEEPEST = 500;
    private static final int DEFAULT_DEPTH = 64;

    /** A byte that counts takes up to two of the heap: the text and its UTF-8. */
    private static final int PARTS_OF_HEAP = 6;

    static AbuseLimits read(OptionReader reader) {
        return new AbuseLimits(
                reader.number("maxSessionsPerAddress", 50_000, -1),
                reader.number("maxSubscriptionsPerSession", 10_000, -1),
                reader.number("maxClientChannels", 50_000, -1),
                reader.number("maxMessagesPerBatch", 5_000, 1),
                reader.numberWithin("maxNestingDepth", DEFAULT_DEPTH, SHALLOWEST, DEEPEST),
                reader.numberWithin("maxMessageRate", 10_000, -1, FASTEST),
                totalQueueBytes(reader));
    }

    private static long totalQueueBytes(OptionReader reader) {
        long chosen = reader.longNumber("maxTotalQueueBytes", 0, -1);
        return chosen == 0 ? Runtime.getRuntime().maxMemory() / PARTS_OF_HEAP : chosen;
    }
}
