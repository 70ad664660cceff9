package org.bayeux.server.engine.session;

import java.time.Duration;
import java.util.List;
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

    private final Session session;
    private final SessionTime time;
    private final Outbox outbox = new Outbox();

    /** The batch that is on its way to a socket, perhaps one that is gone. Nothing leaves until its fate is known. */
    private @Nullable StreamWrite inFlight;

    private @Nullable Deadline lazyDeadline;
    private int openBatches;

    /** There once messages have to be acknowledged. */
    private @Nullable AckWindow window;

    Departures(Session session, SessionTime time) {
        this.session = session;
        this.time = time;
    }

    void append(BayeuxMessage message, @Nullable Duration lazyFor) {
        if (lazyFor == null) {
            outbox.append(message);
        } else {
            outbox.appendLazy(message, now() + Deadline.nanosOf(lazyFor));
        }
    }

    /** What has to be acknowledged is kept anyway, and leaves again when the client tells what it has. */
    void putBack(List<BayeuxMessage> messages) {
        if (window == null) {
            outbox.putBack(messages);
        }
    }

    /** With what has left but is not acknowledged. */
    int size() {
        return outbox.size() + (window == null ? 0 : window.size());
    }

    /** Keeps what leaves from now on. */
    boolean keepUntilAcknowledged() {
        if (window == null) {
            window = new AckWindow();
        }
        return true;
    }

    /** The client has received everything up to the reply of that connect; what came after leaves again, first. */
    boolean acknowledged(long upTo) {
        if (window != null) {
            outbox.putBack(window.received(upTo));
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

    boolean discard(List<BayeuxMessage> messages) {
        return outbox.removeAll(messages);
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
        if (!mayLeave() || outbox.isEmpty()) {
            return List.of();
        }
        List<BayeuxMessage> taken = outbox.takeAll();
        if (window != null) {
            window.left(taken);
        }
        return taken;
    }

    /** Everything, whatever holds it back: there will be no other occasion. */
    List<BayeuxMessage> takeLast(Effects effects) {
        if (lazyDeadline != null) {
            effects.add(lazyDeadline::cancel);
        }
        return outbox.takeAll();
    }

    /** The next batch for a socket, which counts as on its way from now on; {@code null}: nothing may leave. */
    @Nullable
    StreamWrite nextFor(Outlet stream, Effects effects) {
        if (!areDueOrAwaited(effects)) {
            return null;
        }
        inFlight = new StreamWrite(session, stream, outbox.takeAll());
        return inFlight;
    }

    boolean isAnyInFlight() {
        return inFlight != null;
    }

    /** A batch has settled; {@code false}: it was none that anybody waits for. */
    boolean landed(StreamWrite write) {
        if (inFlight != write) {
            return false;
        }
        inFlight = null;
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
