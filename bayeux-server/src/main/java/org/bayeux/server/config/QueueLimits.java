package org.bayeux.server.config;

import org.bayeux.api.server.QueuePolicy;

/**
 * How much is kept for one client: what waits, what is on its way to a socket and what it has not acknowledged.
 *
 * <p>Immutable.
 *
 * @param maxMessages how many messages; not positive: any number
 * @param maxBytes how many bytes they have when encoded, with {@link #OVERHEAD_BYTES} for each, although all queues share
 *     broadcasts; not positive: any number
 * @param policy what happens to one that is too many, unless listeners or its channel say otherwise
 */
public record QueueLimits(int maxMessages, int maxBytes, QueuePolicy policy) {

    /** What a message takes of the heap beside its text, so that many small ones do not cost more than was counted. */
    public static final int OVERHEAD_BYTES = 256;

    private static final int DEFAULT_MAX_BYTES = 16 * 1024 * 1024;

    static QueueLimits read(OptionReader reader) {
        return new QueueLimits(
                reader.number("maxQueue", -1, -1),
                reader.number("maxQueueBytes", DEFAULT_MAX_BYTES, -1),
                policy(reader.text(
                        "maxQueuePolicy", "disconnect", "disconnect|dropOldest|dropNewest|conflate|listener")));
    }

    private static QueuePolicy policy(String name) {
        return switch (name) {
            case "dropOldest" -> QueuePolicy.DROP_OLDEST;
            case "dropNewest" -> QueuePolicy.DROP_NEWEST;
            case "conflate" -> QueuePolicy.CONFLATE;
            case "listener" -> QueuePolicy.LISTENER;
            default -> QueuePolicy.DISCONNECT;
        };
    }

    /** Whether one more message of so many bytes may be kept beside these; one alone always may, or it never could. */
    public boolean haveRoomBeside(int messages, long bytes, long length) {
        return messages == 0
                || ((maxMessages <= 0 || messages < maxMessages) && (maxBytes <= 0 || bytes + length <= maxBytes));
    }
}
