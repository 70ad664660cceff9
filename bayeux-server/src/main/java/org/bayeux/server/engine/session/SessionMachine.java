package org.bayeux.server.engine.session;

import java.time.Duration;
import java.util.List;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.server.engine.session.SessionState.Closed;
import org.bayeux.server.engine.session.SessionState.Fresh;
import org.bayeux.server.engine.session.SessionState.Parked;
import org.bayeux.server.engine.session.SessionState.StreamingHeld;
import org.bayeux.server.engine.session.SessionState.StreamingIdle;
import org.bayeux.server.engine.session.SessionState.Waiting;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * The states of a session and what moves it between them.
 *
 * <pre>{@code
 *                connect at once         connect held
 *   FRESH --------------------> WAITING <------------> PARKED            a response carries messages
 *     |  \                       |   ^    message,       |  ^ |
 *     |   \------ connect held --|---|--- timeout -------|--' | connect held: the older one is answered
 *     | attach            attach |   | detach,    attach |
 *     v                          v   | failed write      v
 *   STREAMING IDLE <-----------------+-------> STREAMING HELD            a socket carries messages
 *     ^  |    connect held --->                <--- timeout,   ^  |
 *     |  |                                          connect at once
 *     '--+-- attach of another socket, which ends the former; from STREAMING HELD too
 *
 *   STREAMING IDLE or HELD -- connect by a response --> PARKED or WAITING; the socket is ended
 *   every state -- close, its expiry passed unheard, or credentials expired --> CLOSED
 * }</pre>
 *
 * <p>Without effect: a connect by a socket that is not attached, the loss of such a socket, the socket that is attached
 * already, a timeout or expiry made for a state that is over, anything in CLOSED.
 *
 * <p>Not thread-safe: guarded by the lock of its session. What must run unlocked is noted in the given effects.
 */
final class SessionMachine {

    /** A response, with the request that follows, costs far more than a frame, so that it is worth a longer wait. */
    private static final int BEATS_OF_A_RESPONSE = 2;

    private final Session session;
    private final SessionTime time;
    private final SessionEvents events;
    private final Departures departures;
    private SessionLimits limits;
    private SessionState state;

    private final Processing processing;
    private final Credentials credentials;
    private final Reach reach;

    SessionMachine(Session session, SessionTime time, QueueBudget budget, SessionEvents events, SessionLimits limits) {
        this.session = session;
        this.time = time;
        this.events = events;
        this.departures = new Departures(session, time, budget);
        this.processing = new Processing(session, time);
        this.credentials = new Credentials(session, time);
        this.reach = new Reach(events);
        this.limits = limits;
        this.state = new Fresh(time.deadline(limits.silence()));
    }

    boolean open(Effects effects) {
        if (state instanceof Fresh) {
            // Anew, since the limits may have been changed while the handshake was processed.
            Deadline expiry = time.deadline(limits.silence());
            startExpiry(expiry, effects);
            move(new Fresh(expiry), effects);
        }
        return true;
    }

    Offer offer(BayeuxMessage message, @Nullable Duration lazyFor, @Nullable QueuePolicy whenFull, Effects effects) {
        if (isClosed()) {
            return Offer.CLOSED;
        }
        Offer offer = departures.offer(message, lazyFor, limits.queue(), whenFull, effects);
        if (offer == Offer.OVERFLOWED) {
            close(CloseReason.OVERFLOWED, effects);
        } else {
            send(effects);
        }
        return offer;
    }

    boolean connect(ConnectRequest request, Effects effects) {
        Outlet former = state.stream();
        Outlet outlet = request.outlet();
        if (isClosed() || (outlet.isStreaming() && former != outlet)) {
            return false;
        }
        reach.regains(effects);
        HeldConnect older = state.heldConnect();
        if (older != null) {
            effects.add(() -> older.answer(session, List.of(), Release.SUPERSEDED));
        }
        if (former != null && former != outlet) {
            effects.add(former::abandon);
        }
        departures.connectArrives(request.reply());
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
        reach.regains(effects);
        HeldConnect held = state.heldConnect();
        if (held != null && former == null) {
            effects.add(() -> held.answer(session, List.of(), Release.SUPERSEDED));
        } else if (held != null) {
            effects.add(held::drop);
        }
        if (former != null) {
            effects.add(former::abandon);
        }
        Deadline expiry = time.deadline(limits.silence());
        startExpiry(expiry, effects);
        move(new StreamingIdle(outlet, expiry), effects);
        send(effects);
        return true;
    }

    /** A socket that broke before it was attached: unless there is another way, the client is lost. */
    boolean attachFails(Effects effects) {
        boolean unreachable = !isClosed() && state.stream() == null;
        if (unreachable) {
            reach.loses(effects);
        }
        return unreachable;
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

    /** Where a socket carries messages, a response must not overtake what is on its way there. */
    List<BayeuxMessage> drain(boolean withConnect) {
        boolean may = limits.metaConnectDeliverOnly() ? withConnect : state.stream() == null;
        return may ? departures.take() : List.of();
    }

    boolean putBack(List<BayeuxMessage> messages, Effects effects) {
        if (isClosed()) {
            departures.comeTooLate(messages, effects);
            return false;
        }
        departures.putBack(messages, effects);
        send(effects);
        return true;
    }

    int exchangeBegins(int messages, int perSecond, Effects effects) {
        processing.begins(limits.maxProcessing().orElse(null), effects);
        return processing.admitted(messages, perSecond, signOfLife());
    }

    long exchangeEnds(int unused, int perSecond, Effects effects) {
        processing.givesBack(unused, perSecond);
        processing.ends(effects);
        return signOfLife();
    }

    private long signOfLife() {
        long now = time.nanos();
        Deadline expiry = state.expiryOrNull();
        if (expiry != null) {
            expiry.renew(now);
        }
        return now;
    }

    boolean processedTooLong(Deadline end, Effects effects) {
        return processing.isLimitedBy(end) && close(CloseReason.EXPIRED, effects);
    }

    Credentials credentials() {
        return credentials;
    }

    boolean credentialsExpired(Deadline end, Effects effects) {
        return credentials.endAt(end) && close(CloseReason.CREDENTIALS_EXPIRED, effects);
    }

    Processing processing() {
        return processing;
    }

    int responseEnds(boolean arrived, Effects effects) {
        int open = processing.responseEnds();
        if (arrived) {
            signOfLife();
        }
        send(effects);
        return open;
    }

    int answerEnds(boolean arrived, Effects effects) {
        if (arrived) {
            signOfLife();
        } else if (!isClosed()) {
            reach.loses(effects);
        }
        return processing.answerEnds();
    }

    boolean endBatch(Effects effects) {
        boolean outermost = departures.batchEnds();
        send(effects);
        return outermost;
    }

    boolean gatheringBegins() {
        int beats = state.stream() == null ? BEATS_OF_A_RESPONSE : 1;
        return !isClosed() && departures.gathering().begin(limits.queue(), beats);
    }

    boolean gatheringBeat(Effects effects) {
        return departures.gathering().beat() && gatheringEnds(effects);
    }

    boolean gatheringEnds(Effects effects) {
        departures.gathering().end();
        send(effects);
        return true;
    }

    boolean close(CloseReason reason, Effects effects) {
        if (isClosed()) {
            return false;
        }
        List<BayeuxMessage> last = departures.takeLast(reason, limits.maxInterval(), effects);
        LastWords words = new LastWords(session, reason, state.heldConnect(), state.stream(), last);
        move(new Closed(reason), effects);
        session.hasEnded();
        credentials.sessionEnds(effects);
        effects.add(words::prepare);
        departures.afterInFlight(words, effects);
        effects.add(() -> events.closed(reason));
        return true;
    }

    boolean isClosed() {
        return state instanceof Closed;
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

    Departures departures() {
        return departures;
    }

    @Nullable
    StreamWrite written(StreamWrite write, @Nullable Throwable failure, Effects effects) {
        if (!departures.landed(write)) {
            return null;
        }
        if (isClosed()) {
            departures.comeTooLate(write.unsent(), effects);
            departures.endWith(effects);
            return null;
        }
        if (failure != null) {
            notWritten(write, effects);
            return null;
        }
        if (state.stream() == null) {
            // The client has gone on to polling meanwhile, and may be waiting there.
            send(effects);
        }
        return nextWrite(effects);
    }

    boolean heldLongEnough(HeldConnect held, Effects effects) {
        if (state.heldConnect() != held) {
            return false;
        }
        release(held, Release.TIMED_OUT, effects);
        return true;
    }

    boolean lazyIsDue(Deadline deadline, Effects effects) {
        if (!departures.lazyWaitedFor(deadline)) {
            return false;
        }
        send(effects);
        return true;
    }

    boolean silentTooLong(Deadline expiry, Effects effects) {
        if (state.expiryOrNull() != expiry) {
            return false;
        }
        if (processing.isGoingOn()) {
            expiry.renew(time.nanos());
        }
        if (expiry.left(time.nanos()).compareTo(Duration.ZERO) > 0) {
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
        return carries && departures.areDue();
    }

    private SessionState holding(ConnectRequest request, Effects effects) {
        HeldConnect held = new HeldConnect(request, time.deadline(request.hold()));
        effects.add(() -> held.timeout().start(time.timers(), request.hold(), () -> session.heldLongEnough(held)));
        return request.outlet().isStreaming() ? new StreamingHeld(request.outlet(), held) : new Parked(held);
    }

    private SessionState idling(ConnectRequest request, Effects effects) {
        Deadline expiry = time.deadline(request.pause().plus(limits.maxInterval()));
        startExpiry(expiry, effects);
        return request.outlet().isStreaming() ? new StreamingIdle(request.outlet(), expiry) : new Waiting(expiry);
    }

    /** Sends what waits, if something is due and the client can be reached. */
    private void send(Effects effects) {
        HeldConnect held = state.heldConnect();
        if (held != null && repliesCarryMessages()) {
            boolean mayOvertake = processing.isResponding() && state.stream() == null;
            if (!mayOvertake && departures.areDueOrAwaited(effects)) {
                release(held, Release.NORMAL, effects);
            }
        } else {
            StreamWrite write = nextWrite(effects);
            if (write != null) {
                effects.add(write::run);
            }
        }
    }

    private boolean repliesCarryMessages() {
        return state.stream() == null || limits.metaConnectDeliverOnly();
    }

    private @Nullable StreamWrite nextWrite(Effects effects) {
        Outlet stream = state.stream();
        return stream == null || limits.metaConnectDeliverOnly() ? null : departures.nextFor(stream, effects);
    }

    /** Answers the held connect together with what waits; the client has to come back in time. */
    private void release(HeldConnect held, Release why, Effects effects) {
        List<BayeuxMessage> messages = repliesCarryMessages() ? departures.take() : List.of();
        move(idling(held.request(), effects), effects);
        effects.add(() -> held.answer(session, messages, why));
    }

    private void notWritten(StreamWrite write, Effects effects) {
        departures.putBack(write.unsent(), effects);
        if (state.stream() == write.outlet()) {
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
        Deadline expiry = time.deadline(limits.silence());
        startExpiry(expiry, effects);
        move(new Waiting(expiry), effects);
        reach.loses(effects);
    }

    private void startExpiry(Deadline expiry, Effects effects) {
        Duration left = expiry.left(time.nanos());
        effects.add(() -> expiry.start(time.timers(), left, () -> session.silentTooLong(expiry)));
    }
}
