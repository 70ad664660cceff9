package org.bayeux.server.engine.session;

import java.time.Duration;
import java.util.List;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.server.config.QueueLimits;
import org.bayeux.server.engine.watch.Journeys;
import org.bayeux.server.spi.Loss;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * The queue of a session and what holds it back: open batches, lazy messages whose time has not come, and the batch that
 * is on its way to the socket. In which state of the session messages leave is not known here.
 *
 * <p>Not thread-safe: guarded by the lock of its session. Timers are started and cancelled by the given effects.
 */
final class Departures {

    /** So that a slow socket holds little that can no longer be dropped, and what it holds stays small. */
    private static final long MOST_BYTES_IN_FLIGHT = 1024 * 1024;

    private final Session session;
    private final SessionTime time;
    private final QueueBudget budget;
    private final Outbox outbox;

    /** The batch that is on its way to a socket, perhaps one that is gone. Nothing leaves until its fate is known. */
    private @Nullable StreamWrite inFlight;

    private long bytesInFlight;

    /** What is still to be said to the client when the batch on its way has settled, so that nothing overtakes it. */
    private @Nullable LastWords farewell;

    /** When that batch has been on its way to a client that is gone for too long. */
    private @Nullable Deadline patienceEnds;

    private @Nullable Deadline lazyDeadline;
    private int openBatches;

    /** Made when it is needed for the first time: most sessions never do. */
    private @Nullable Gathering gathering;

    /** There once messages have to be acknowledged. */
    private @Nullable AckWindow window;

    /** Whether what was not acknowledged counts as lost already. */
    private boolean windowIsLost;

    Departures(Session session, SessionTime time, QueueBudget budget) {
        this.session = session;
        this.time = time;
        this.budget = budget;
        this.outbox = new Outbox(budget);
    }

    /**
     * Takes a message if there is room for it, or the policy makes some.
     *
     * @param whenFull what happens if there is no room; {@code null}: the message is not taken, but lazy ones make haste
     */
    Offer offer(
            BayeuxMessage message,
            @Nullable Duration lazyFor,
            QueueLimits limits,
            @Nullable QueuePolicy whenFull,
            Effects effects) {
        Offer offer = Offer.TAKEN;
        if (!hasRoomFor(message, limits)) {
            offer = whenFull == null ? Offer.FULL : makeRoom(message, limits, whenFull, effects);
        }
        if (offer == Offer.TAKEN) {
            append(message, lazyFor);
        } else if (offer == Offer.FULL) {
            outbox.hurry();
        }
        return offer;
    }

    private Offer makeRoom(BayeuxMessage message, QueueLimits limits, QueuePolicy policy, Effects effects) {
        Offer offer = new Overflow(this, outbox, limits).admit(message, policy);
        List<BayeuxMessage> removed = outbox.takeRemoved();
        effects.add(() -> session.lost(removed, Loss.QUEUE_FULL));
        return offer;
    }

    /** Counts what waits, what is on its way to a socket and what is not acknowledged. */
    boolean hasRoomFor(BayeuxMessage message, QueueLimits limits) {
        long cost = Outbox.costOf(message);
        long held = outbox.bytes() + bytesGone();
        return limits.haveRoomBeside(outbox.size() + messagesGone(), held, cost) && budget.allows(held, cost);
    }

    /** Whether there would be room for it if nothing waited. */
    boolean couldHaveRoomFor(BayeuxMessage message, QueueLimits limits) {
        long cost = Outbox.costOf(message);
        return limits.haveRoomBeside(messagesGone(), bytesGone(), cost) && budget.allows(bytesGone(), cost);
    }

    private int messagesGone() {
        return (inFlight == null ? 0 : inFlight.size()) + (window == null ? 0 : window.size());
    }

    private long bytesGone() {
        return bytesInFlight + (window == null ? 0 : window.bytes());
    }

    private void append(BayeuxMessage message, @Nullable Duration lazyFor) {
        if (lazyFor == null) {
            outbox.append(message);
        } else {
            outbox.appendLazy(message, now() + Deadline.nanosOf(lazyFor));
        }
    }

    /** What has to be acknowledged is kept anyway, and leaves again when the client tells what it has. */
    void putBack(List<BayeuxMessage> messages, Effects effects) {
        if (window == null) {
            outbox.putBack(messages);
        } else {
            effects.add(() -> Journeys.lost(messages));
        }
    }

    /** With what has left but is not acknowledged. */
    int size() {
        return outbox.size() + (window == null ? 0 : window.size());
    }

    /** Keeps what leaves from now on. */
    boolean keepUntilAcknowledged() {
        if (window == null) {
            window = new AckWindow(budget);
        }
        return true;
    }

    /** The client has received everything up to the reply of that connect; what came after leaves again, first. */
    boolean acknowledged(long upTo) {
        if (window != null) {
            List<BayeuxMessage> again = window.received(upTo);
            Journeys.kept(again);
            outbox.putBack(again);
        }
        return true;
    }

    void connectArrives(ConnectReply reply) {
        if (window != null) {
            reply.numbered(window.connectArrives());
        }
    }

    List<BayeuxMessage> snapshot() {
        return outbox.snapshot();
    }

    /** Removes these very messages where they still wait, and tells which did. */
    List<BayeuxMessage> discard(List<BayeuxMessage> messages) {
        outbox.removeAll(messages);
        return outbox.takeRemoved();
    }

    /** How many are open now. */
    int batchBegins() {
        return ++openBatches;
    }

    /** {@code true}: it was the outermost one. */
    boolean batchEnds() {
        openBatches = Math.max(0, openBatches - 1);
        return openBatches == 0;
    }

    /** What holds messages back so that more leave together. */
    Gathering gathering() {
        Gathering known = gathering;
        if (known == null) {
            known = new Gathering();
            gathering = known;
        }
        return known;
    }

    /** Whether something is here that must not wait for the next occasion, and may leave. */
    boolean areDue() {
        return mayLeave() && outbox.isDue(now());
    }

    /** The same, and if only lazy messages are here, sees to it that the session hears when their time has come. */
    boolean areDueOrAwaited(Effects effects) {
        if (!mayLeave() || outbox.isEmpty()) {
            return false;
        }
        if (outbox.isDue(now())) {
            return true;
        }
        awaitLazy(Duration.ofNanos(outbox.lazyDueNanos() - now()), effects);
        return false;
    }

    /** Everything, for an occasion: lazy messages too, but nothing of an open batch. */
    List<BayeuxMessage> take() {
        if (!isWayFree() || outbox.isEmpty()) {
            return List.of();
        }
        List<BayeuxMessage> taken = outbox.takeAll();
        if (window == null) {
            budget.letGo(taken);
        } else {
            window.left(taken);
        }
        return taken;
    }

    /**
     * Everything, whatever holds it back: there will be no other occasion. A client that was too slow gets nothing, and
     * what is on its way may not keep it all for ever.
     */
    List<BayeuxMessage> takeLast(CloseReason reason, Duration patience, Effects effects) {
        if (lazyDeadline != null) {
            effects.add(lazyDeadline::cancel);
        }
        StreamWrite stuck = inFlight;
        if (stuck != null) {
            Deadline end = new Deadline(patience, now());
            patienceEnds = end;
            effects.add(() -> end.start(time.timers(), patience, () -> session.giveUp(stuck)));
        }
        endWindow(reason, effects);
        List<BayeuxMessage> last = outbox.takeAll();
        budget.letGo(last);
        if (reason != CloseReason.OVERFLOWED) {
            return last;
        }
        effects.add(() -> session.lost(last, Loss.SESSION_ENDED));
        return List.of();
    }

    /** A client that says farewell has most likely received what it will no longer acknowledge. */
    private void endWindow(CloseReason reason, Effects effects) {
        AckWindow ended = window;
        int unacknowledged = ended == null ? 0 : ended.size();
        if (ended != null) {
            ended.received(Long.MAX_VALUE);
        }
        if (ended != null && reason != CloseReason.DISCONNECTED) {
            windowIsLost = true;
            effects.add(() -> session.lost(unacknowledged, Loss.SESSION_ENDED));
        }
        window = null;
    }

    /** Messages did not leave, and the session has ended meanwhile. */
    void comeTooLate(List<BayeuxMessage> messages, Effects effects) {
        effects.add(() -> Journeys.lost(messages));
        if (!windowIsLost) {
            effects.add(() -> session.lost(messages.size(), Loss.SESSION_ENDED));
        }
    }

    /** The next batch for a socket, which counts as on its way from now on; {@code null}: nothing may leave. */
    @Nullable
    StreamWrite nextFor(Outlet stream, Effects effects) {
        if (!areDueOrAwaited(effects)) {
            return null;
        }
        long before = outbox.bytes();
        inFlight = new StreamWrite(session, stream, outbox.takeUpTo(MOST_BYTES_IN_FLIGHT));
        bytesInFlight = before - outbox.bytes();
        return inFlight;
    }

    /** Has this said at once, or behind the batch that is on its way. */
    void afterInFlight(LastWords words, Effects effects) {
        farewell = words;
        if (inFlight == null) {
            endWith(effects);
        }
    }

    /** Nothing is on its way any more. */
    void endWith(Effects effects) {
        LastWords words = farewell;
        if (words != null) {
            farewell = null;
            effects.add(words::wayIsFree);
        }
        if (patienceEnds != null) {
            effects.add(patienceEnds::cancel);
        }
    }

    boolean isInFlight(StreamWrite write) {
        return inFlight == write;
    }

    /** A batch has settled; {@code false}: it was none that anybody waits for. */
    boolean landed(StreamWrite write) {
        if (inFlight != write) {
            return false;
        }
        inFlight = null;
        bytesInFlight = 0;
        budget.letGo(write.messages());
        return true;
    }

    /** Whether this deadline is the one that lazy messages wait for; if so, it is over. */
    boolean lazyWaitedFor(Deadline deadline) {
        if (lazyDeadline != deadline) {
            return false;
        }
        lazyDeadline = null;
        return true;
    }

    private boolean mayLeave() {
        return isWayFree() && (gathering == null || !gathering.holdsBack(outbox));
    }

    private boolean isWayFree() {
        return openBatches == 0 && inFlight == null;
    }

    private void awaitLazy(Duration left, Effects effects) {
        Deadline former = lazyDeadline;
        if (former != null && former.left(now()).compareTo(left) <= 0) {
            return;
        }
        if (former != null) {
            effects.add(former::cancel);
        }
        Deadline deadline = new Deadline(left, now());
        lazyDeadline = deadline;
        effects.add(() -> deadline.start(time.timers(), left, () -> session.lazyIsDue(deadline)));
    }

    private long now() {
        return time.ticker().nanos();
    }
}
