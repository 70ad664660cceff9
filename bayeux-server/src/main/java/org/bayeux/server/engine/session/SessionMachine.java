package org.bayeux.server.engine.session;

import java.time.Duration;
import java.util.List;
import org.bayeux.server.engine.session.SessionState.Closed;
import org.bayeux.server.engine.session.SessionState.Fresh;
import org.bayeux.server.engine.session.SessionState.Parked;
import org.bayeux.server.engine.session.SessionState.StreamingHeld;
import org.bayeux.server.engine.session.SessionState.StreamingIdle;
import org.bayeux.server.engine.session.SessionState.Waiting;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * The states of a session and what moves it between them.
 *
 * <pre>{@code
 *            connect                 connect (held)
 *   FRESH ------------> WAITING <-------------------> PARKED        one-shot outlets
 *     |                  |   ^    message, timeout      |
 *     | attach    attach |   | detach                   | attach
 *     v                  v   |                          v
 *   STREAMING IDLE <-------------> STREAMING HELD                   streaming outlets
 *                    connect (held) / timeout
 *
 *   every state -- close, or its deadline passed unheard --> CLOSED
 * }</pre>
 *
 * <p>Not thread-safe: guarded by the lock of its session. What must run unlocked is noted in the given effects.
 */
final class SessionMachine {

    private final Session session;
    private final SessionTime time;
    private final SessionEvents events;
    private final Outbox outbox = new Outbox();
    private SessionLimits limits;
    private SessionState state;

    /** The batch that is on its way to the current socket. */
    private @Nullable StreamWrite inFlight;

    private @Nullable Deadline lazyDeadline;
    private int openBatches;

    /** Received arrays that are being processed: a client whose messages take long is not silent. */
    private int exchanges;

    SessionMachine(Session session, SessionTime time, SessionEvents events, SessionLimits limits) {
        this.session = session;
        this.time = time;
        this.events = events;
        this.limits = limits;
        this.state = new Fresh(deadline(limits.silence()));
    }

    boolean open(Effects effects) {
        if (state instanceof Fresh fresh) {
            startExpiry(fresh.expiry(), effects);
        }
        return true;
    }

    Offer offer(BayeuxMessage message, @Nullable Duration lazyFor, boolean evenIfFull, Effects effects) {
        if (isClosed()) {
            return Offer.CLOSED;
        }
        if (!evenIfFull && limits.isQueueFull(outbox.size())) {
            return Offer.FULL;
        }
        if (lazyFor == null) {
            outbox.append(message);
        } else {
            outbox.appendLazy(message, now() + lazyFor.toNanos());
        }
        send(effects);
        return Offer.TAKEN;
    }

    boolean connect(ConnectRequest request, Effects effects) {
        Outlet former = state.stream();
        Outlet outlet = request.outlet();
        if (isClosed() || (outlet.isStreaming() && former != outlet)) {
            return false;
        }
        HeldConnect older = state.heldConnect();
        if (older != null) {
            effects.add(() -> older.answer(session, List.of(), Release.SUPERSEDED));
        }
        if (former != null && former != outlet) {
            inFlight = null;
            effects.add(former::close);
        }
        boolean held = !request.hold().isZero() && !mustAnswerNow(outlet);
        move(held ? holding(request, effects) : idling(request, effects), effects);
        if (held) {
            send(effects);
        }
        return held;
    }

    boolean attach(Outlet outlet, Effects effects) {
        Outlet former = state.stream();
        if (isClosed() || former == outlet) {
            return false;
        }
        HeldConnect held = state.heldConnect();
        if (held != null && former == null) {
            effects.add(() -> held.answer(session, List.of(), Release.SUPERSEDED));
        } else if (held != null) {
            effects.add(held::drop);
        }
        if (former != null) {
            effects.add(former::close);
        }
        inFlight = null;
        Deadline expiry = deadline(limits.silence());
        startExpiry(expiry, effects);
        move(new StreamingIdle(outlet, expiry), effects);
        send(effects);
        return true;
    }

    boolean attachLocal(Outlet outlet, Effects effects) {
        if (isClosed()) {
            return false;
        }
        move(new StreamingIdle(outlet, null), effects);
        send(effects);
        return true;
    }

    boolean detach(Outlet outlet, Effects effects) {
        if (state.stream() != outlet) {
            return false;
        }
        loseStream(effects);
        return true;
    }

    List<BayeuxMessage> drain(boolean withConnect) {
        boolean may = withConnect || !limits.metaConnectDeliverOnly();
        return may && !outbox.isEmpty() ? outbox.takeAll() : List.of();
    }

    boolean putBack(List<BayeuxMessage> messages, Effects effects) {
        if (isClosed()) {
            return false;
        }
        outbox.putBack(messages);
        send(effects);
        return true;
    }

    int exchanges(int change) {
        exchanges += change;
        Deadline expiry = state.expiryOrNull();
        if (expiry != null) {
            expiry.renew(now());
        }
        return exchanges;
    }

    int startBatch() {
        return ++openBatches;
    }

    boolean endBatch(Effects effects) {
        openBatches = Math.max(0, openBatches - 1);
        send(effects);
        return openBatches == 0;
    }

    boolean close(CloseReason reason, Effects effects) {
        if (isClosed()) {
            return false;
        }
        HeldConnect held = state.heldConnect();
        Outlet stream = state.stream();
        List<BayeuxMessage> last = outbox.takeAll();
        move(new Closed(reason), effects);
        if (lazyDeadline != null) {
            effects.add(lazyDeadline::cancel);
        }
        if (held != null) {
            effects.add(() -> held.answer(session, last, Release.of(reason)));
        } else if (stream != null && !last.isEmpty()) {
            effects.add(() -> stream.write(new Batch(session.leaving(last), null, Batch.Outcome.IGNORED)));
        }
        if (stream != null && reason == CloseReason.DISMISSED) {
            effects.add(stream::close);
        }
        effects.add(() -> events.closed(reason));
        return true;
    }

    boolean isClosed() {
        return state instanceof Closed;
    }

    boolean isAttachedTo(Outlet outlet) {
        return state.stream() == outlet;
    }

    boolean isReached() {
        return !(state instanceof Fresh) && !isClosed();
    }

    SessionState state() {
        return state;
    }

    SessionLimits limits() {
        return limits;
    }

    boolean limits(SessionLimits changed) {
        limits = changed;
        return true;
    }

    int queueSize() {
        return outbox.size();
    }

    List<BayeuxMessage> queued() {
        return outbox.snapshot();
    }

    boolean discard(List<BayeuxMessage> messages) {
        return outbox.removeAll(messages);
    }

    @Nullable
    StreamWrite written(StreamWrite write, @Nullable Throwable failure, Effects effects) {
        if (failure != null) {
            notWritten(write, effects);
            return null;
        }
        if (inFlight != write) {
            return null;
        }
        inFlight = null;
        return nextWrite(effects);
    }

    boolean heldLongEnough(HeldConnect held, Effects effects) {
        if (state.heldConnect() != held) {
            return false;
        }
        release(held, effects);
        return true;
    }

    boolean lazyIsDue(Deadline deadline, Effects effects) {
        if (lazyDeadline != deadline) {
            return false;
        }
        lazyDeadline = null;
        send(effects);
        return true;
    }

    boolean silentTooLong(Deadline expiry, Effects effects) {
        if (state.expiryOrNull() != expiry) {
            return false;
        }
        if (exchanges > 0) {
            expiry.renew(now());
        }
        if (expiry.left(now()).compareTo(Duration.ZERO) > 0) {
            startExpiry(expiry, effects);
            return false;
        }
        return close(CloseReason.EXPIRED, effects);
    }

    /** The one place where states change. */
    private void move(SessionState next, Effects effects) {
        Deadline expiry = state.expiryOrNull();
        if (expiry != null) {
            effects.add(expiry::cancel);
        }
        state = next;
    }

    /** On a socket messages need no connect to leave, so it can be held although some wait. */
    private boolean mustAnswerNow(Outlet outlet) {
        boolean carries = !outlet.isStreaming() || limits.metaConnectDeliverOnly();
        return carries && openBatches == 0 && outbox.isDue(now());
    }

    private SessionState holding(ConnectRequest request, Effects effects) {
        HeldConnect held = new HeldConnect(request, deadline(request.hold()));
        effects.add(() -> held.timeout().start(time.timers(), request.hold(), () -> session.heldLongEnough(held)));
        return request.outlet().isStreaming() ? new StreamingHeld(request.outlet(), held) : new Parked(held);
    }

    private SessionState idling(ConnectRequest request, Effects effects) {
        Deadline expiry = deadline(request.pause().plus(limits.maxInterval()));
        startExpiry(expiry, effects);
        return request.outlet().isStreaming() ? new StreamingIdle(request.outlet(), expiry) : new Waiting(expiry);
    }

    /** Sends what waits, if something is due and the client can be reached. */
    private void send(Effects effects) {
        HeldConnect held = state.heldConnect();
        boolean carries = state instanceof Parked || limits.metaConnectDeliverOnly();
        if (held != null && carries) {
            if (maySend(effects)) {
                release(held, effects);
            }
        } else {
            StreamWrite write = nextWrite(effects);
            if (write != null) {
                effects.add(write::run);
            }
        }
    }

    private @Nullable StreamWrite nextWrite(Effects effects) {
        Outlet stream = state.stream();
        if (stream == null || inFlight != null || limits.metaConnectDeliverOnly() || !maySend(effects)) {
            return null;
        }
        inFlight = new StreamWrite(session, stream, outbox.takeAll());
        return inFlight;
    }

    private boolean maySend(Effects effects) {
        if (openBatches > 0 || outbox.isEmpty()) {
            return false;
        }
        if (outbox.isDue(now())) {
            return true;
        }
        waitForLazy(Duration.ofNanos(outbox.lazyDueNanos() - now()), effects);
        return false;
    }

    private void waitForLazy(Duration left, Effects effects) {
        Deadline former = lazyDeadline;
        if (former != null && former.left(now()).compareTo(left) <= 0) {
            return;
        }
        if (former != null) {
            effects.add(former::cancel);
        }
        Deadline deadline = deadline(left);
        lazyDeadline = deadline;
        effects.add(() -> deadline.start(time.timers(), left, () -> session.lazyIsDue(deadline)));
    }

    /** Answers the held connect together with what waits; the client has to come back in time. */
    private void release(HeldConnect held, Effects effects) {
        boolean carries = state instanceof Parked || limits.metaConnectDeliverOnly();
        List<BayeuxMessage> messages = carries && openBatches == 0 ? outbox.takeAll() : List.of();
        move(idling(held.request(), effects), effects);
        effects.add(() -> held.answer(session, messages, Release.NORMAL));
    }

    private void notWritten(StreamWrite write, Effects effects) {
        if (isClosed()) {
            return;
        }
        outbox.putBack(write.messages());
        if (isAttachedTo(write.outlet())) {
            effects.add(write.outlet()::close);
            loseStream(effects);
        } else {
            send(effects);
        }
    }

    private void loseStream(Effects effects) {
        HeldConnect held = state.heldConnect();
        if (held != null) {
            effects.add(held::drop);
        }
        inFlight = null;
        Deadline expiry = deadline(limits.silence());
        startExpiry(expiry, effects);
        move(new Waiting(expiry), effects);
    }

    private void startExpiry(Deadline expiry, Effects effects) {
        Duration left = expiry.left(now());
        effects.add(() -> expiry.start(time.timers(), left, () -> session.silentTooLong(expiry)));
    }

    private Deadline deadline(Duration length) {
        return new Deadline(length, now());
    }

    private long now() {
        return time.ticker().nanos();
    }
}
