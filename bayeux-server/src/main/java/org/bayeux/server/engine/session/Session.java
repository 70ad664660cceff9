package org.bayeux.server.engine.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.server.engine.watch.Journeys;
import org.bayeux.server.spi.Loss;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * The way to one client: which messages wait for it, how it can be reached now, and when it is given up. The rules are in
 * {@link SessionMachine}; this class makes them safe for threads.
 *
 * <p>Thread-safe. One private lock guards the machine. It never nests, and no user code, outlet or timer is called while
 * it is held: each method lets the machine change and note its effects, unlocks, then runs them. At most one batch is in
 * flight to a socket, so messages arrive in the order of their offers although writes run unlocked.
 */
public final class Session {

    private final ReentrantLock lock = new ReentrantLock();
    private final SessionTime time;
    private final SessionEvents events;

    @GuardedBy("lock")
    private final SessionMachine machine;

    /** Written under the lock, read without by whoever is about to call a listener. */
    private volatile boolean ended;

    /** Whether somebody will end the gathering; written under the lock, read without by whoever might begin it. */
    private volatile boolean gathering;

    Session(SessionTime time, QueueBudget budget, SessionEvents events, SessionLimits limits) {
        this.time = time;
        this.events = events;
        this.machine = new SessionMachine(this, time, budget, events, limits);
    }

    /** Begins to wait for the first connect. */
    void open() {
        locked((it, effects) -> it.open(effects));
    }

    /**
     * Puts a message into the queue and sends it if the client can be reached.
     *
     * @param lazyFor how long it may wait for an occasion; {@code null} if it is not lazy
     * @param whenFull what happens if there is no room for it; {@code null}: nothing, the caller decides
     */
    Offer offer(BayeuxMessage message, @Nullable Duration lazyFor, @Nullable QueuePolicy whenFull) {
        Effects effects = new Effects();
        Offer result;
        lock.lock();
        try {
            result = machine.offer(message, lazyFor, whenFull, effects);
        } finally {
            lock.unlock();
        }
        effects.run();
        return result;
    }

    /**
     * Holds a connect, or has it answered at once because messages wait, or because it asks for that. A connect that was
     * held before is released.
     *
     * @return whether it is held; if not, the caller answers it
     */
    public boolean connect(ConnectRequest request) {
        return locked((it, effects) -> it.connect(request, effects));
    }

    /** Makes a socket the way to the client; messages leave by it from now on. */
    public void attach(Outlet outlet) {
        locked((it, effects) -> it.attach(outlet, effects));
    }

    /** The socket that was to be made the way to the client is gone already. */
    public void attachFails() {
        locked((it, effects) -> it.attachFails(effects));
    }

    /** Makes a client in this process reachable for as long as its session lives. */
    public void attachLocal(Outlet outlet) {
        locked((it, effects) -> it.attachLocal(outlet, effects));
    }

    /** A socket is gone; if it was the way to the client, messages wait for the next one. */
    public void detach(Outlet outlet) {
        locked((it, effects) -> it.detach(outlet, effects));
    }

    /**
     * Takes the waiting messages for a response that leaves anyway; {@link #putBack} returns them if it does not.
     *
     * @param withConnect whether the response answers a connect
     */
    public List<BayeuxMessage> drain(boolean withConnect) {
        return leaving(locked(it -> it.drain(withConnect)));
    }

    /** Returns messages that did not leave. */
    public void putBack(List<BayeuxMessage> messages) {
        if (!messages.isEmpty()) {
            locked((it, effects) -> it.putBack(messages, effects));
        }
    }

    /**
     * The client sent something: it is alive, for as long as the processing takes and the answer needs to leave.
     *
     * @param perSecond how many messages it may send on an average; not positive: any number
     * @return how many of these messages it may send now
     */
    public int exchangeBegins(int messages, int perSecond) {
        return locked((it, effects) -> it.exchangeBegins(messages, perSecond, effects));
    }

    /** A response is being made that takes along what comes meanwhile, until {@link #responseEnds}. */
    public void responseBegins() {
        locked(it -> it.processing().responseBegins());
    }

    /**
     * The response has left, or will not take anything along.
     *
     * @param arrived whether that is a sign of life, and not a failure
     */
    public void responseEnds(boolean arrived) {
        locked((it, effects) -> it.responseEnds(arrived, effects));
    }

    /** The answer to a held connect begins to leave: until {@link #answerEnds} the client is busy with it, not silent. */
    void answerBegins() {
        locked(it -> it.processing().answerBegins());
    }

    /** That answer has arrived, or could not. */
    void answerEnds(boolean arrived) {
        locked((it, effects) -> it.answerEnds(arrived, effects));
    }

    /**
     * What the client sent has been processed.
     *
     * @param unused how many of the messages that it was allowed to send it did not
     */
    public void exchangeEnds(int unused, int perSecond) {
        locked((it, effects) -> it.exchangeEnds(unused, perSecond, effects));
    }

    /** Keeps messages together until the matching {@link #endBatch}. */
    void startBatch() {
        locked(it -> it.departures().batchBegins());
    }

    /**
     * Sends what has come together, if this was the outermost batch.
     *
     * @return whether it was
     */
    boolean endBatch() {
        return locked((it, effects) -> it.endBatch(effects));
    }

    /**
     * Ends the session: what waits leaves if the client can be reached, a held connect is answered.
     *
     * @return whether this call ended it
     */
    public boolean close(CloseReason reason) {
        return locked((it, effects) -> it.close(reason, effects));
    }

    SessionState state() {
        return locked(it -> it.state());
    }

    /** Whether the session has ended. */
    public boolean isClosed() {
        return ended;
    }

    /** The machine has come to its last state. */
    void hasEnded() {
        ended = true;
    }

    boolean isAttachedTo(Outlet outlet) {
        return locked(it -> it.state().stream() == outlet);
    }

    /** Whether a connect that came by this socket is held. */
    public boolean isHolding(Outlet outlet) {
        return locked(it -> it.state().stream() == outlet && it.state().heldConnect() != null);
    }

    /** Whether the client has sent a connect or opened a socket, and has not ended since. */
    boolean isReached() {
        return locked(it -> !(it.state() instanceof SessionState.Fresh) && !it.isClosed());
    }

    /**
     * Lets what comes now wait for more. Whoever begins this has to {@linkplain #endGathering() end} it soon; nobody else
     * need know, since messages that come too late for it just leave.
     *
     * @return whether it begins; {@code false}: it has begun already, or the queue is too short for it
     */
    public boolean startGathering() {
        return !gathering
                && locked(it -> {
                    boolean begins = !gathering && it.gatheringBegins();
                    gathering |= begins;
                    return begins;
                });
    }

    /**
     * It is time for what has come together to leave, unless it is for a response.
     *
     * @return whether it leaves; {@code false}: it waits for some more beats
     */
    public boolean gatheringBeat() {
        return !gathering
                || locked((it, effects) -> {
                    gathering = !it.gatheringBeat(effects);
                    return !gathering;
                });
    }

    /** Sends what has come together, if anything has. */
    public void endGathering() {
        if (gathering) {
            locked((it, effects) -> {
                gathering = false;
                return it.gatheringEnds(effects);
            });
        }
    }

    SessionLimits limits() {
        return locked(it -> it.limits());
    }

    void limits(UnaryOperator<SessionLimits> change) {
        locked(it -> it.limits(change.apply(it.limits())));
    }

    int queueSize() {
        return locked(it -> it.departures().size());
    }

    /** Lets messages leave with connect replies only, and keeps them until the client says that it has them. */
    void keepUntilAcknowledged() {
        limits(SessionLimits::deliveringByConnectOnly);
        locked(it -> it.departures().keepUntilAcknowledged());
    }

    /** The client has received everything up to the reply of that connect. */
    void acknowledged(long upTo) {
        locked(it -> it.departures().acknowledged(upTo));
    }

    /** A copy of what waits. */
    List<BayeuxMessage> queued() {
        return locked(it -> it.departures().snapshot());
    }

    /** Removes these very messages where they still wait. */
    void discard(List<BayeuxMessage> messages) {
        lost(locked(it -> it.departures().discard(messages)), Loss.QUEUE_FULL);
    }

    /** Runs what the application wants to do with messages that are about to leave. */
    List<BayeuxMessage> leaving(List<BayeuxMessage> messages) {
        return messages.isEmpty() ? messages : events.leaving(messages);
    }

    /** Tells how messages fared that left. */
    public void settled(int messages, @Nullable Throwable failure) {
        if (messages > 0) {
            events.settled(messages, failure);
        }
    }

    /** Tells which messages the transport has taken. */
    public void flushed(List<BayeuxMessage> messages) {
        events.flushed(messages);
    }

    /** Tells that messages which waited cannot leave any more. */
    void lost(List<BayeuxMessage> messages, Loss why) {
        Journeys.lost(messages);
        lost(messages.size(), why);
    }

    /** The same for messages that the transport had taken before. */
    void lost(int messages, Loss why) {
        if (messages > 0) {
            events.lost(messages, why);
        }
    }

    /** Goes on with what leaves on another thread. */
    void later(Runnable work) {
        time.timers().schedule(Duration.ZERO, work);
    }

    /** A batch has left by a socket, or could not; returns the next one. */
    @Nullable
    StreamWrite written(StreamWrite write, @Nullable Throwable failure) {
        Effects effects = new Effects();
        StreamWrite next;
        lock.lock();
        try {
            next = machine.written(write, failure, effects);
        } finally {
            lock.unlock();
        }
        effects.run();
        return next;
    }

    /** A batch has been on its way to a client that is gone for long enough. */
    void giveUp(StreamWrite write) {
        if (locked(it -> it.departures().isInFlight(write))) {
            write.outlet().abandon();
        }
    }

    void heldLongEnough(HeldConnect held) {
        locked((it, effects) -> it.heldLongEnough(held, effects));
    }

    void lazyIsDue(Deadline deadline) {
        locked((it, effects) -> it.lazyIsDue(deadline, effects));
    }

    void processedTooLong(Deadline end) {
        locked((it, effects) -> it.processedTooLong(end, effects));
    }

    /** Whether what the client showed to be let in is good still. */
    public boolean hasGoodCredentials() {
        return locked(it -> it.credentials().areGood());
    }

    /** The handshake is accepted. */
    void accepted() {
        locked((it, effects) -> it.credentials().accepted(effects));
    }

    @Nullable
    Instant credentialsExpiry() {
        return locked(it -> it.credentials().expiry());
    }

    /** Sets when the session ends unless that is changed before; without effect on one that has ended. */
    void credentialsExpiry(@Nullable Instant expiry) {
        locked((it, effects) -> it.credentials().expireAt(expiry, effects));
    }

    void credentialsExpired(Deadline end) {
        locked((it, effects) -> it.credentialsExpired(end, effects));
    }

    void silentTooLong(Deadline expiry) {
        locked((it, effects) -> it.silentTooLong(expiry, effects));
    }

    /** For what touches nothing outside. */
    private <T> T locked(Function<SessionMachine, T> change) {
        lock.lock();
        try {
            return change.apply(machine);
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(BiFunction<SessionMachine, Effects, T> change) {
        Effects effects = new Effects();
        T result;
        lock.lock();
        try {
            result = change.apply(machine, effects);
        } finally {
            lock.unlock();
        }
        effects.run();
        return result;
    }
}
