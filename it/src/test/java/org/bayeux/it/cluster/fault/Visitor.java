package org.bayeux.it.cluster.fault;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.cometd.client.BayeuxClient;

/**
 * A user with a released client on one node, who hears all rooms and speaks in two until an answer fails to come.
 *
 * <p>Thread-safe: what was answered is written by the thread that speaks.
 */
final class Visitor {

    /** All speak in the one, each has the other for itself. */
    private static final String LOBBY = "/room/lobby";

    private static final int AT_ONCE = 5;
    private static final long PAUSE_NANOS = 50_000_000;

    private final String name;
    private final CometdClient client;
    private final Journal journal;
    private final Inbox letters;
    private final AtomicLongArray answered = new AtomicLongArray(2);
    private final Thread speaking = new Thread(this::speak);
    private volatile boolean told;

    private Visitor(String name, CometdClient client) {
        this.name = name;
        this.client = client;
        this.journal = new Journal(name);
        this.letters = client.listen("/service/letter");
    }

    /** One who has come and has begun to speak. */
    static Visitor at(URI node, Connector connector, String name) {
        CometdClient client = CometdClient.of(connector, node);
        Visitor visitor = new Visitor(name, client);
        // A server that has just started may be too slow for the first attempt.
        if (!client.handshake(Map.of("ext", Map.of("user", name))).isSuccessful()
                && !client.reaches(BayeuxClient.State.CONNECTED)) {
            throw new AssertionError("handshake of " + name + " failed");
        }
        client.subscribe("/room/**", visitor.journal);
        visitor.speaking.setDaemon(true);
        visitor.speaking.start();
        return visitor;
    }

    String name() {
        return name;
    }

    Journal journal() {
        return journal;
    }

    /** The letters that begin like this. */
    List<String> letters(String prefix) {
        return letters.received().stream()
                .map(String::valueOf)
                .filter(it -> it.startsWith(prefix))
                .sorted()
                .toList();
    }

    /** Where it speaks. */
    List<String> channels() {
        return List.of(LOBBY, "/room/of/" + name);
    }

    /** The last number whose publishing was answered. */
    long answered(int channel) {
        return answered.get(channel);
    }

    boolean isSpeaking() {
        return speaking.isAlive();
    }

    /** Says what is begun, and no more. */
    void beSilent() {
        told = true;
        try {
            speaking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes without a word. */
    void vanish() {
        told = true;
        client.hangUp();
    }

    private void speak() {
        try {
            for (long next = 1; !told; next += AT_ONCE) {
                for (int i = 0; i < 2; i++) {
                    List<String> batch = LongStream.range(next, next + AT_ONCE)
                            .mapToObj(n -> name + " " + n)
                            .toList();
                    if (!client.publishAll(channels().get(i), batch).isSuccessful()) {
                        return;
                    }
                    answered.set(i, next + AT_ONCE - 1);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (AssertionError | RuntimeException e) {
            // Its node does not answer any more; the trial knows whether it may.
        }
    }
}
