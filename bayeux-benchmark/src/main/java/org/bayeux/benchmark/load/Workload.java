package org.bayeux.benchmark.load;

import java.time.Duration;

/**
 * What clients do, as the questions of the manual ask it.
 *
 * @param transport how they are connected
 * @param purpose what they send messages for
 * @param channel the channel of a room without its number
 * @param rooms how many rooms there are
 * @param roomsPerClient in how many of them each client is
 * @param ack whether they ask for acknowledged messages
 * @param clients how many there are
 * @param batchCount how many batches are sent
 * @param batchSize how many messages a batch has
 * @param pause from one batch to the next; it does not matter how long the server takes for one
 * @param messageSize how many characters a message has, beside the mark by which it is recognised
 * @param randomize whether clients and rooms take their turns at random
 */
public record Workload(
        Transport transport,
        Purpose purpose,
        String channel,
        int rooms,
        int roomsPerClient,
        boolean ack,
        int clients,
        int batchCount,
        int batchSize,
        Duration pause,
        int messageSize,
        boolean randomize) {

    /** The manual's defaults. */
    public static Workload usual() {
        return new Workload(
                Transport.LONG_POLLING,
                Purpose.FAN_OUT,
                "/chat/demo",
                100,
                10,
                false,
                1000,
                1000,
                10,
                Duration.ofMillis(10),
                50,
                false);
    }

    /** Checks what no server could make sense of. */
    public Workload {
        atLeast(1, "rooms", rooms);
        atLeast(0, "rooms-per-client", roomsPerClient);
        atLeast(1, "clients", clients);
        atLeast(1, "batch-count", batchCount);
        atLeast(1, "batch-size", batchSize);
        atLeast(0, "message-size", messageSize);
        if (roomsPerClient > rooms) {
            throw new IllegalArgumentException(
                    "rooms-per-client is " + roomsPerClient + ", but there are only " + rooms + " rooms");
        }
        if (pause.isNegative()) {
            throw new IllegalArgumentException("batch-pause is negative");
        }
        if (!channel.matches("(/[\\w-]+)+")) {
            throw new IllegalArgumentException("channel is '" + channel + "', legal is for instance /chat/demo");
        }
    }

    /** As many batches at such a pause that they take that long and deliver that many messages per second. */
    public Workload atRate(double deliveriesPerSecond, Duration length) {
        double batchesPerSecond = deliveriesPerSecond / deliveriesPerMessage() / batchSize;
        int count = (int) Math.max(1, Math.round(batchesPerSecond * length.toNanos() / 1e9));
        return with(count, Duration.ofNanos(Math.round(1e9 / batchesPerSecond)));
    }

    /** The same with other batches. */
    public Workload with(int count, Duration newPause) {
        return new Workload(
                transport,
                purpose,
                channel,
                rooms,
                roomsPerClient,
                ack,
                clients,
                count,
                batchSize,
                newPause,
                messageSize,
                randomize);
    }

    /** The same on other channels. */
    public Workload in(String newChannel) {
        return new Workload(
                transport,
                purpose,
                newChannel,
                rooms,
                roomsPerClient,
                ack,
                clients,
                batchCount,
                batchSize,
                pause,
                messageSize,
                randomize);
    }

    /** The same for so many clients in one room, with one message after another. */
    public Workload amongFew(int few) {
        return new Workload(transport, purpose, channel, 1, 1, ack, few, 1, 1, pause, messageSize, randomize);
    }

    /** How many clients get a message, on an average. */
    public double deliveriesPerMessage() {
        return purpose == Purpose.FAN_OUT ? (double) clients * roomsPerClient / rooms : 1;
    }

    private static void atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ", legal is " + least + " or more");
        }
    }
}
