package org.bayeux.it.load;

import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many clients that subscribe to one channel and then wait for messages.
 *
 * <p>They come in little groups, so that their arrival is not what the server's threads are grown for. Thread-safe.
 */
public final class Crowd implements AutoCloseable {

    private static final int ARRIVING_AT_ONCE = 16;

    private final URI url;
    private final String channel;
    private final Reactor reactor;
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final AtomicInteger toCome;
    private final AtomicInteger settled = new AtomicInteger();
    private final Queue<String> losses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger received = new AtomicInteger();
    private final Kind kind;

    private Crowd(URI url, String channel, Kind kind, int size) {
        this.url = url;
        this.channel = channel;
        this.kind = kind;
        this.toCome = new AtomicInteger(size);
        this.reactor = Reactor.to(url);
    }

    /** Clients whose connect is held as an HTTP request. */
    public static Crowd longPolling(URI url, String channel, int size) {
        return new Crowd(url, channel, LongPollingMember::new, size).gather();
    }

    /** Clients on a WebSocket each. */
    public static Crowd webSocket(URI url, String channel, int size) {
        return new Crowd(url, channel, WebSocketMember::new, size).gather();
    }

    /** How many have subscribed and sent the connect that the server holds. */
    public int settled() {
        return settled.get();
    }

    /** Why connections ended that should have lasted; empty if all do. */
    public List<String> losses() {
        return List.copyOf(losses);
    }

    /** How many messages arrived at all of them together. */
    public int received() {
        return received.get();
    }

    /** What each of them received, in order; to be asked when nothing is under way. */
    public List<List<String>> inboxes() {
        return members.stream().map(Member::inbox).toList();
    }

    /** Hangs up on the server without a word. */
    @Override
    public void close() {
        reactor.close();
    }

    URI url() {
        return url;
    }

    String channel() {
        return channel;
    }

    void memberSettled() {
        settled.incrementAndGet();
        next();
    }

    void memberReceived() {
        received.incrementAndGet();
    }

    void memberLost(String reason) {
        losses.add(reason);
        next();
    }

    private Crowd gather() {
        for (int i = 0; i < ARRIVING_AT_ONCE; i++) {
            next();
        }
        return this;
    }

    private void next() {
        if (toCome.getAndDecrement() > 0) {
            Member member = kind.member(this);
            members.add(member);
            reactor.open(member);
        }
    }

    private interface Kind {

        Member member(Crowd crowd);
    }
}
