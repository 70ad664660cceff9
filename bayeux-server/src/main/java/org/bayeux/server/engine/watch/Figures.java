package org.bayeux.server.engine.watch;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.bayeux.api.server.SessionEnd;
import org.bayeux.server.spi.Loss;

/** Counts what happens in one server, from its start. Thread-safe, and cheap to count on. */
public final class Figures {

    private final LongAdder added = new LongAdder();
    private final Map<SessionEnd, LongAdder> ended = new EnumMap<>(SessionEnd.class);
    private final LongAdder published = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final Map<Loss, LongAdder> dropped = new EnumMap<>(Loss.class);
    private final LongAdder bytesReceived = new LongAdder();
    private final LongAdder bytesSent = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder addressesRefused = new LongAdder();
    private final LongAdder channelsRefused = new LongAdder();
    private final LongAdder sweeps = new LongAdder();
    private final Map<String, TransportFigures> transports = new ConcurrentHashMap<>();

    /** Nothing has happened yet. */
    public Figures() {
        for (SessionEnd reason : SessionEnd.values()) {
            ended.put(reason, new LongAdder());
        }
        for (Loss reason : Loss.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    /** The figures of a transport. */
    public TransportFigures of(String transport) {
        return transports.computeIfAbsent(transport, name -> new TransportFigures());
    }

    /** A session was added. */
    public void sessionAdded() {
        added.increment();
    }

    /** A session has ended. */
    public void sessionRemoved(SessionEnd reason) {
        counter(ended, reason).increment();
    }

    /** A message goes to the subscribers of its channel. */
    public void published() {
        published.increment();
    }

    /** Messages were handed to a transport. */
    public void delivered(int messages) {
        delivered.add(messages);
    }

    /** A client does not get messages that were meant for it. */
    public void dropped(int messages, Loss reason) {
        counter(dropped, reason).add(messages);
    }

    /** Text came from a client. */
    public void received(long bytes) {
        bytesReceived.add(bytes);
    }

    /** Text was handed to a transport. */
    public void sent(long bytes) {
        bytesSent.add(bytes);
    }

    /** A message of a client was answered with an error. */
    public void refused() {
        refused.increment();
    }

    /** A handshake was refused because there are too many sessions from its address. */
    public void addressRefused() {
        addressesRefused.increment();
    }

    /** A client was refused a new channel because clients have made too many. */
    public void channelRefused() {
        channelsRefused.increment();
    }

    /** Unused channels were looked for. */
    public void swept() {
        sweeps.increment();
    }

    /** How many sessions were ever added. */
    public long sessionsAdded() {
        return added.sum();
    }

    /** How many of them have ended. */
    public long sessionsRemoved() {
        return ended.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** How many of those ended for this reason. */
    public long sessionsEnded(SessionEnd reason) {
        return counter(ended, reason).sum();
    }

    /** How many messages came by all transports. */
    public long messagesReceived() {
        return transports.values().stream()
                .mapToLong(TransportFigures::received)
                .sum();
    }

    /** How many connects are held now. */
    public long connectsHeld() {
        return transports.values().stream().mapToLong(TransportFigures::held).sum();
    }

    /** How many messages went to subscribers. */
    public long messagesPublished() {
        return published.sum();
    }

    /** How many messages were handed to transports. */
    public long messagesDelivered() {
        return delivered.sum();
    }

    /** How many messages did not get to a client that they were meant for. */
    public long messagesDropped() {
        return dropped.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** How many of those for this reason. */
    public long messagesDropped(Loss reason) {
        return counter(dropped, reason).sum();
    }

    /** How many bytes came. */
    public long bytesReceived() {
        return bytesReceived.sum();
    }

    /** How many bytes were handed to transports. */
    public long bytesSent() {
        return bytesSent.sum();
    }

    /** How many messages of clients were answered with an error. */
    public long messagesRefused() {
        return refused.sum();
    }

    /** How many handshakes were refused because of their address. */
    public long addressesRefused() {
        return addressesRefused.sum();
    }

    /** How often clients were refused a new channel because there are too many. */
    public long channelsRefused() {
        return channelsRefused.sum();
    }

    /** How often unused channels were looked for. */
    public long sweeps() {
        return sweeps.sum();
    }

    /** All keys are there from the start, so that the maps are only read. */
    private static <K> LongAdder counter(Map<K, LongAdder> counters, K key) {
        return Objects.requireNonNull(counters.get(key));
    }
}
