package org.bayeux.oort.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to one node: numbers the payloads, keeps them until they are acknowledged, and sends them again if
 * they are not. Few packets are under way at a time, so under load each takes many payloads.
 *
 * <p>Confined to the lock of its {@link Peer}.
 */
final class OutLink {

    /** So many packets may be under way; enough to fill the time until the first is acknowledged. */
    private static final int WINDOW = 8;

    /** A packet takes no more payloads once it has so many bytes. */
    private static final int PACKET_BYTES = 64 * 1024;

    private static final long FIRST_PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST_PATIENCE = TimeUnit.SECONDS.toNanos(2);

    /** After an answer that shows a gap, and at most so often. */
    private static final long SHORTEST_PATIENCE = TimeUnit.MILLISECONDS.toNanos(50);

    private final UUID self;
    private final long number;
    private final long capacity;

    /** Parcel under way, in order; the first has the number {@link #base}. Behind them come those that wait. */
    private final Deque<Entry> sent = new ArrayDeque<>();

    private final Deque<Entry> waiting = new ArrayDeque<>();

    /** For each packet under way, the number of the payload behind it. */
    private final Deque<Long> packetEnds = new ArrayDeque<>();

    private long base = 1;
    private long bytes;
    private long progressAt;
    private long patience = FIRST_PATIENCE;

    OutLink(UUID self, long number, long capacity) {
        this.self = self;
        this.number = number;
        this.capacity = capacity;
    }

    long number() {
        return number;
    }

    /** How many bytes have not been acknowledged, those that wait included. */
    long bytes() {
        return bytes;
    }

    /** Whether the other node has ever acknowledged anything of this link. */
    boolean isKnown() {
        return base > 1;
    }

    /**
     * Takes a payload.
     *
     * @param processed handed back when it was processed, or never will be; {@code null}: nobody waits for that
     * @return {@code false}: there is no room for it
     */
    boolean add(byte[] payload, @Nullable CompletableFuture<Boolean> processed) {
        if (bytes + payload.length > capacity) {
            return false;
        }
        waiting.add(new Entry(payload, processed, payload.length));
        bytes += payload.length;
        return true;
    }

    /** Takes a payload that there has to be room for: the node could know nothing if it never came. */
    void addAnyway(byte[] payload) {
        waiting.add(new Entry(payload, null, 0));
    }

    /**
     * The next packet that may leave now, if any.
     *
     * @param known what the packet tells of the other node's link
     */
    Packet.@Nullable Parcel next(long known, long now) {
        if (waiting.isEmpty() || packetEnds.size() == WINDOW) {
            return null;
        }
        if (packetEnds.isEmpty()) {
            progressAt = now;
        }
        long first = base + sent.size();
        List<byte[]> payloads = new ArrayList<>();
        int size = 0;
        while (!waiting.isEmpty() && size < PACKET_BYTES) {
            Entry entry = waiting.remove();
            sent.add(entry);
            payloads.add(entry.payload);
            size += entry.payload.length;
        }
        packetEnds.add(first + payloads.size());
        return new Packet.Parcel(self, number, known, first, List.copyOf(payloads));
    }

    /** Hears what was processed; what is returned is to be completed with true. */
    List<CompletableFuture<Boolean>> acknowledged(long upTo, long now) {
        List<CompletableFuture<Boolean>> processed = new ArrayList<>();
        long before = base;
        // After a repetition the first acknowledgement may be for payloads that wait to be sent again.
        while (base <= upTo && !(sent.isEmpty() && waiting.isEmpty())) {
            Entry entry = sent.isEmpty() ? waiting.remove() : sent.remove();
            bytes -= entry.counted;
            base++;
            if (entry.processed != null) {
                processed.add(entry.processed);
            }
        }
        if (base > before) {
            packetEnds.removeIf(end -> end <= base);
            patience = FIRST_PATIENCE;
            progressAt = now;
        } else if (upTo == base - 1 && now - progressAt > SHORTEST_PATIENCE) {
            sendAgain();
        }
        return processed;
    }

    /** Sends again what should have been acknowledged by now. */
    void checkPatience(long now) {
        if (!packetEnds.isEmpty() && now - progressAt >= patience) {
            patience = Math.min(2 * patience, LONGEST_PATIENCE);
            sendAgain();
        }
    }

    /** Ends it; what is returned is to be completed with false. */
    List<CompletableFuture<Boolean>> close() {
        sendAgain();
        List<CompletableFuture<Boolean>> lost = waiting.stream()
                .map(Entry::processed)
                .flatMap(Stream::ofNullable)
                .toList();
        waiting.clear();
        return lost;
    }

    private void sendAgain() {
        while (!sent.isEmpty()) {
            waiting.addFirst(sent.removeLast());
        }
        packetEnds.clear();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(byte[] payload, @Nullable CompletableFuture<Boolean> processed, long counted) {}
}
