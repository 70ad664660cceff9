package org.bayeux.oort.cdi;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.oort.Oort;
import org.bayeux.oort.Seti;
import org.bayeux.oort.hazelcast.HazelcastMember;
import org.bayeux.oort.link.Network;
import org.bayeux.oort.link.SealedNetwork;
import org.bayeux.server.config.ClusterConfig;
import org.bayeux.server.ext.AcknowledgedMessagesExtension;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.ReadinessCondition;
import org.bayeux.server.spi.ServerCompanion;
import org.jspecify.annotations.Nullable;

/**
 * The node of the application's server: begins with the first who uses it, meets the others before clients come, and ends
 * with the server.
 *
 * <p>Thread-safe: a lock guards what has begun; threads that use a node which begins wait for it, but not for the shared
 * objects of the application, which start behind that with the thread that was first. Health checks wait for nothing.
 */
@Singleton
final class OortNode implements ServerCompanion, ReadinessCondition {

    /** Longer than it takes to find out that a node has just died. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration SOON = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final BayeuxEngine engine;
    private final BeanManager manager;

    @GuardedBy("lock")
    private @Nullable Running running;

    @GuardedBy("lock")
    private boolean closed;

    /** That of {@code running}, for those who do not take the lock. */
    private volatile @Nullable Oort begunOort;

    @Inject
    OortNode(BayeuxEngine engine, BeanManager manager) {
        this.engine = engine;
        this.manager = manager;
    }

    /**
     * The node, which has begun.
     *
     * @throws IllegalStateException if it has ended, or cannot begin
     */
    Oort oort() {
        return running().oort();
    }

    /**
     * The users of the node, which have begun.
     *
     * @throws IllegalStateException as for {@link #oort}
     */
    Seti seti() {
        return running().seti();
    }

    /**
     * What the application shares by name.
     *
     * @throws IllegalStateException as for {@link #oort}
     * @throws IllegalArgumentException if it shares nothing like that
     */
    Object shared(Declared wanted) {
        return running().shared().get(wanted);
    }

    private Running running() {
        Running begun;
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The Bayeux server of this application has stopped");
            }
            if (running != null) {
                return running;
            }
            begun = begin(engine.config().cluster());
            running = begun;
            begunOort = begun.oort();
        } finally {
            lock.unlock();
        }
        start(begun.shared());
        return begun;
    }

    /** Without the lock: it asks the application's policy, which may have one of them injected. */
    private void start(SharedObjects shared) {
        try {
            shared.start();
        } catch (RuntimeException e) {
            closing();
            throw e;
        }
    }

    private Running begin(ClusterConfig config) {
        HazelcastMember member = config.enabled() ? member(config) : null;
        Network network = member == null ? new Alone() : sealed(member.network(config.cloud()), config);
        String place = member == null ? "alone" : member.address();
        String url = config.url().orElseGet(() -> "bayeux://" + place + '/' + config.cloud() + '#' + UUID.randomUUID());
        Oort oort = new Oort(engine, url, network, engine.ticker(), engine.executor());
        config.channels().forEach(oort::observeChannel);
        oort.addCometListener(new FiredEvents(manager));
        Seti seti = new Seti(oort);
        seti.addPresenceListener(new FiredPresence(manager));
        seti.start();
        OortExtension extension = manager.getExtension(OortExtension.class);
        return new Running(oort, seti, new SharedObjects(extension.shared(), oort), member);
    }

    private HazelcastMember member(ClusterConfig config) {
        return manager.getExtension(OortExtension.class)
                .hazelcast(manager)
                .map(HazelcastMember::given)
                .or(() -> config.hazelcast().map(HazelcastMember::named))
                .orElseGet(() -> HazelcastMember.own(Thread.currentThread().getContextClassLoader(), config.cloud()));
    }

    private static Network sealed(Network network, ClusterConfig config) {
        return config.secret()
                .<Network>map(it -> new SealedNetwork(network, it))
                .orElse(network);
    }

    @Override
    public void opening() {
        Oort oort = oort();
        if (engine.config().cluster().enableAckExtension()) {
            offerAcknowledgedMessages(engine.server());
        }
        oort.start();
        CompletableFuture<Boolean> meeting = oort.met(PATIENCE).toCompletableFuture();
        // Open Liberty runs no task of an application before it has started, and would wait for this one.
        if (!isOverWithin(SOON, CompletableFuture.runAsync(() -> {}, engine.executor()))) {
            OortCdiLog.meetsLater(oort.getURL());
            CompletableFuture<Void> unusedLater = meeting.thenAccept(met -> tell(oort, met));
        } else {
            tell(oort, isOverWithin(PATIENCE.plus(SOON), meeting) && meeting.join());
        }
    }

    private static void tell(Oort oort, boolean met) {
        if (met) {
            OortCdiLog.started(oort.getURL(), oort.getKnownComets().size());
        } else {
            OortCdiLog.notMet(oort.getURL());
        }
    }

    private static void offerAcknowledgedMessages(BayeuxServer server) {
        if (server.getExtensions().stream().noneMatch(AcknowledgedMessagesExtension.class::isInstance)) {
            server.addExtension(new AcknowledgedMessagesExtension());
        }
    }

    private static boolean isOverWithin(Duration limit, CompletableFuture<?> task) {
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void closing() {
        Running ending;
        lock.lock();
        try {
            closed = true;
            ending = running;
            running = null;
            begunOort = null;
        } finally {
            lock.unlock();
        }
        if (ending != null) {
            ending.end();
        }
    }

    @Override
    public String name() {
        return "cluster joined";
    }

    @Override
    public boolean isFulfilled() {
        Oort oort = begunOort;
        return oort != null && oort.isIntroduced();
    }

    /** What has begun, and ends again. */
    private record Running(
            Oort oort,
            Seti seti,
            SharedObjects shared,
            @Nullable HazelcastMember member) {

        void end() {
            try {
                oort.stop();
            } finally {
                if (member != null) {
                    member.end();
                }
            }
        }
    }
}
