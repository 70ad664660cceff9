package org.bayeux.oort.link;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.bayeux.oort.link.Packet.Ack;
import org.bayeux.oort.link.Packet.Hello;
import org.bayeux.oort.link.Packet.Parcel;
import org.bayeux.server.spi.Ticker;
import org.bayeux.server.spi.Timers;
import org.bayeux.server.spi.Timers.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The other nodes of the cluster, as far as they live: each says so every second, and is given up when nothing was heard
 * of it for ten. One that was given up and is heard again is new.
 *
 * <p>Thread-safe: its lock guards who is there, and the lock of a {@link Peer} may be taken under it, never the other way
 * round; packets leave and listeners are told outside of both.
 */
public final class Nodes implements Network.Receiver {

    private static final System.Logger LOGGER = System.getLogger(Nodes.class.getName());

    private static final Duration TICK = Duration.ofMillis(100);
    private static final int TICKS_PER_HELLO = 10;
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    /** Three beats. */
    private static final long HEARD_JUST_NOW = Duration.ofSeconds(3).toNanos();

    /** So many bytes wait for one node at most; then they are lost, and that is told. */
    private static final long CAPACITY = 64L * 1024 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final UUID self = UUID.randomUUID();
    private final AtomicLong links = new AtomicLong();
    private final String url;
    private final Network network;
    private final Ticker ticker;
    private final Timers timers;
    private final PatientExecutor threads;
    private final NodeListener listener;
    private final Namesakes namesakes;
    private final Voice voice;

    @GuardedBy("lock")
    private final Map<UUID, Peer> peers = new HashMap<>();

    /** The greatest number of a link of those who were given up, so that none of their packets passes again. */
    @GuardedBy("lock")
    private final Map<UUID, Long> departed = new Recent<>();

    @GuardedBy("lock")
    private boolean running;

    @GuardedBy("lock")
    private @Nullable Timer timer;

    /** Written by the network, once. */
    private volatile boolean over;

    /** Confined to the timer. */
    private int ticks;

    /**
     * Makes a node that does not know any other.
     *
     * @param url its name for applications
     * @param threads run the listener
     */
    public Nodes(String url, Network network, Ticker ticker, Timers timers, Executor threads, NodeListener listener) {
        this.url = url;
        this.network = network;
        this.ticker = ticker;
        this.timers = timers;
        this.threads = new PatientExecutor(threads);
        this.listener = listener;
        this.namesakes = new Namesakes(url);
        this.voice = new Voice(self, url);
    }

    /** What tells this node from all others. */
    public UUID self() {
        return self;
    }

    /** The name of this node for applications. */
    public String url() {
        return url;
    }

    /** Those that are heard of, also if they have not joined yet. */
    public Collection<Peer> all() {
        lock.lock();
        try {
            return List.copyOf(peers.values());
        } finally {
            lock.unlock();
        }
    }

    /** Begins to listen and to tell the others of this node. */
    public void start() {
        lock.lock();
        try {
            running = true;
        } finally {
            lock.unlock();
        }
        voice.begin();
        network.join(self, this);
        tick();
    }

    /** Leaves; the others hear of it. */
    public void stop() {
        List<Peer> known;
        lock.lock();
        try {
            running = false;
            known = List.copyOf(peers.values());
            peers.clear();
            if (timer != null) {
                timer.cancel();
            }
        } finally {
            lock.unlock();
        }
        voice.sayBye(bye -> orLose(() -> network.sendToAll(bye)));
        orLose(network::leave);
        for (Peer peer : known) {
            long unused = peer.end();
            peer.mourn();
        }
    }

    /** Gives a node up at once, because it is known to be dead. */
    public void giveUp(UUID node) {
        Peer peer = known(node);
        if (peer != null) {
            peer.noteEnded();
            forget(node);
        }
    }

    private void forget(UUID node) {
        Peer peer;
        lock.lock();
        try {
            peer = peers.remove(node);
            if (peer != null) {
                departed.put(node, peer.end());
            }
        } finally {
            lock.unlock();
        }
        if (peer != null) {
            peer.mourn();
        }
    }

    /** All nodes of that member cannot be reached. */
    @Override
    public void lost(UUID member, boolean ended) {
        for (Peer peer : all()) {
            if (peer.member().equals(member)) {
                lost(peer, ended);
            }
        }
    }

    @Override
    public void ended() {
        over = true;
        LOGGER.log(
                System.Logger.Level.WARNING,
                "BYX-6015: The Hazelcast of this node has ended: no other node can be reached until it is started anew.");
        for (Peer peer : all()) {
            forget(peer.id());
        }
    }

    /** Whether the network has ended, so that nobody can be reached any more. */
    public boolean isOver() {
        return over;
    }

    /** What was not heard for a while has been lost by a network that cannot reach it, and may live on whatever it says. */
    private void lost(Peer peer, boolean ended) {
        if (ended && !peer.isSilent(now(), HEARD_JUST_NOW)) {
            giveUp(peer.id());
        } else {
            forget(peer.id());
        }
    }

    OutLink newLink() {
        return new OutLink(self, links.incrementAndGet(), CAPACITY);
    }

    Executor threads() {
        return threads;
    }

    NodeListener listener() {
        return listener;
    }

    long now() {
        return ticker.nanos();
    }

    void transmit(UUID to, Packet packet) {
        orLose(() -> network.send(to, packet.encode()));
    }

    /** A network that fails is one that loses packets: what matters is sent again. */
    private static void orLose(Runnable sending) {
        try {
            sending.run();
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "BYX-6004: A packet could not be given to the network.", e);
        }
    }

    private void tick() {
        try {
            beat();
        } finally {
            goOn();
        }
    }

    private void beat() {
        threads.tryAgain();
        if (ticks++ % TICKS_PER_HELLO == 0) {
            voice.sayHello(hello -> orLose(() -> network.sendToAll(hello)));
        }
        long now = now();
        for (Peer peer : all()) {
            if (peer.isSilent(now, PATIENCE)) {
                forget(peer.id());
            } else {
                peer.checkPatience(now);
            }
        }
    }

    private void goOn() {
        lock.lock();
        try {
            if (running) {
                timer = timers.schedule(TICK, this::tick);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void received(UUID member, byte[] bytes) {
        Packet packet;
        try {
            packet = Packet.decode(bytes);
        } catch (IllegalPacketException e) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "BYX-6001: A packet between the nodes of the cluster is ignored: " + e.getMessage());
            return;
        }
        if (packet.from().equals(self)) {
            return;
        }
        if (packet instanceof Hello hello) {
            meet(hello, member);
        } else if (packet instanceof Packet.Bye) {
            giveUp(packet.from());
        } else {
            Peer peer = known(packet.from());
            if (peer != null) {
                peer.hear(now());
                if (packet instanceof Parcel parcel) {
                    peer.received(parcel);
                } else if (packet instanceof Ack ack) {
                    peer.received(ack);
                }
            }
        }
    }

    private void meet(Hello hello, UUID member) {
        Peer newcomer = null;
        lock.lock();
        try {
            Peer known = peers.get(hello.from());
            if (known != null) {
                known.hear(now());
                known.moveTo(member);
            } else if (running && !namesakes.include(hello, peers.values(), now())) {
                newcomer = new Peer(this, hello, member, departed.getOrDefault(hello.from(), 0L), now());
                peers.put(hello.from(), newcomer);
            }
        } finally {
            lock.unlock();
        }
        if (newcomer != null) {
            voice.sayHello(answer -> orLose(() -> network.send(hello.from(), answer)));
            newcomer.open();
        }
    }

    /** Whether another living node has the name of this one. */
    public boolean isNameTaken() {
        return namesakes.isHeardSince(now() - PATIENCE);
    }

    private @Nullable Peer known(UUID id) {
        lock.lock();
        try {
            return peers.get(id);
        } finally {
            lock.unlock();
        }
    }
}
