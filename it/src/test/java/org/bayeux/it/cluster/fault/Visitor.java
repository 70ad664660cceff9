package org.bayeux.it.cluster.fault;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.cometd.bayeux.Message;
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
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(Integer.getInteger("faults.pause", 50));
    private static final int ATTEMPTS = 3;

    private final String name;
    private final CometdClient client;
    private final Journal journal;
    private final Inbox letters;
    private final AtomicLongArray answered = new AtomicLongArray(2);
    private final ExecutorService speaking = Executors.newSingleThreadExecutor();
    private volatile boolean told;
    private volatile boolean silent;

    private Visitor(String name, CometdClient client) {
        this.name = name;
        this.client = client;
        this.journal = new Journal(name);
        this.letters = client.listen("/service/letter");
    }

    /** One who has come and has begun to speak. */
    static Visitor at(URI node, Connector connector, String name) {
        Visitor visitor = new Visitor(name, connected(connector, node, name));
        visitor.client.subscribe("/room/**", visitor.journal);
        visitor.speaking.execute(visitor::speak);
        return visitor;
    }

    /** A client that has one transport gives up where a server that has just started is too slow for it. */
    private static CometdClient connected(Connector connector, URI node, String name) {
        for (int attempt = 1; ; attempt++) {
            CometdClient client = CometdClient.of(connector, node);
            Message reply = client.handshake(Map.of("ext", Map.of("user", name)));
            if (reply.isSuccessful() || client.reaches(BayeuxClient.State.CONNECTED)) {
                return client;
            }
            client.hangUp();
            FaultLog.tell("handshake of " + name + " failed at attempt " + attempt + ": " + reply);
            if (attempt == ATTEMPTS) {
                throw new AssertionError("handshake of " + name + " failed: " + reply);
            }
        }
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
        return !silent;
    }

    /** Goes without a word. */
    void vanish() {
        told = true;
        client.hangUp();
        speaking.shutdown();
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
        } finally {
            silent = true;
        }
    }
}
