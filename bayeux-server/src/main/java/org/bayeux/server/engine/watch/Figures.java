package org.bayeux.server.engine.watch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens in one server, from its start. Thread-safe, and cheap to count on. */
public final class Figures {

    private final LongAdder added = new LongAdder();
    private final LongAdder removed = new LongAdder();
    private final LongAdder expired = new LongAdder();
    private final LongAdder published = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder addressesRefused = new LongAdder();
    private final LongAdder channelsRefused = new LongAdder();
    private final LongAdder sweeps = new LongAdder();
    private final Map<String, TransportFigures> transports = new ConcurrentHashMap<>();

    /** Nothing has happened yet. */
    public Figures() {}

    /** The figures of a transport. */
    public TransportFigures of(String transport) {
        return transports.computeIfAbsent(transport, name -> new TransportFigures());
    }

    /** A session was added. */
    public void sessionAdded() {
        added.increment();
    }

    /** A session has ended. */
    public void sessionRemoved(boolean timeout) {
        removed.increment();
        if (timeout) {
            expired.increment();
        }
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
    public void dropped(int messages) {
        dropped.add(messages);
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
        return removed.sum();
    }

    /** How many of those ended because nothing was heard of the client. */
    public long sessionsExpired() {
        return expired.sum();
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
        return dropped.sum();
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
}
