package org.bayeux.benchmark.figures;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one run measured. Add up those of several clients by {@link #plus}.
 *
 * @param sentMessages how many messages were sent
 * @param sentBatches in how many frames or requests
 * @param sentBytes how many bytes these were
 * @param sending from the first planned time of sending until the last batch had been sent
 * @param expected how many messages had to arrive
 * @param arrived how many did
 * @param wronged how many clients did not get exactly what they had to get, each message once
 * @param refused how many messages the server refused
 * @param texts in how many frames or responses they arrived
 * @param receivedBytes how many bytes these were
 * @param receiving from the first planned time of sending until the last message arrived
 * @param latencies from the planned time of sending to the arrival, for each message
 * @param lateness how much later than planned batches were sent: what the load client itself adds
 * @param clientCpu processor time that the load client took
 */
public record Outcome(
        long sentMessages,
        long sentBatches,
        long sentBytes,
        Duration sending,
        long expected,
        long arrived,
        long wronged,
        long refused,
        long texts,
        long receivedBytes,
        Duration receiving,
        Latencies latencies,
        Latencies lateness,
        Duration clientCpu) {

    /** Whether everybody got what he had to get, once, and nothing was refused. */
    public boolean complete() {
        return wronged == 0 && refused == 0 && arrived == expected;
    }

    /** How many messages arrived per second. */
    public double deliveryRate() {
        return perSecond(arrived, receiving);
    }

    /** This and what another client measured at the same time. */
    public Outcome plus(Outcome other) {
        Latencies all = Latencies.none();
        all.add(latencies);
        all.add(other.latencies);
        Latencies late = Latencies.none();
        late.add(lateness);
        late.add(other.lateness);
        return new Outcome(
                sentMessages + other.sentMessages,
                sentBatches + other.sentBatches,
                sentBytes + other.sentBytes,
                longer(sending, other.sending),
                expected + other.expected,
                arrived + other.arrived,
                wronged + other.wronged,
                refused + other.refused,
                texts + other.texts,
                receivedBytes + other.receivedBytes,
                longer(receiving, other.receiving),
                all,
                late,
                clientCpu.plus(other.clientCpu));
    }

    /** All of it in one line of ASCII, to be read by {@link #decoded} in another process. */
    public String encoded() {
        return Stream.of(
                        sentMessages,
                        sentBatches,
                        sentBytes,
                        sending.toNanos(),
                        expected,
                        arrived,
                        wronged,
                        refused,
                        texts,
                        receivedBytes,
                        receiving.toNanos(),
                        latencies.encoded(),
                        lateness.encoded(),
                        clientCpu.toNanos())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /** What {@link #encoded} wrote. */
    public static Outcome decoded(String line) {
        String[] words = line.split(" ", -1);
        return new Outcome(
                Long.parseLong(words[0]),
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                nanos(words[3]),
                Long.parseLong(words[4]),
                Long.parseLong(words[5]),
                Long.parseLong(words[6]),
                Long.parseLong(words[7]),
                Long.parseLong(words[8]),
                Long.parseLong(words[9]),
                nanos(words[10]),
                Latencies.decoded(words[11]),
                Latencies.decoded(words[12]),
                nanos(words[13]));
    }

    private static Duration nanos(String word) {
        return Duration.ofNanos(Long.parseLong(word));
    }

    static double perSecond(long amount, Duration time) {
        return time.isZero() ? 0 : (double) amount / time.toNanos() * 1e9;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
