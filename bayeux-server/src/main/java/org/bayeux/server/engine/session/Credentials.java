package org.bayeux.server.engine.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when a client may stay without showing new credentials: for ever, unless the application says so. A deadline counts
 * once the handshake is accepted, so that a refused one leaves no timer behind.
 *
 * <p>Not thread-safe: guarded by the lock of its session. Timers are started and cancelled by the given effects.
 */
final class Credentials {

    private enum Phase {
        HANDSHAKE,
        ACCEPTED,
        ENDED
    }

    private final Session session;
    private final SessionTime time;
    private Phase phase = Phase.HANDSHAKE;
    private @Nullable Instant expiry;

    /** There while the end is awaited. */
    private @Nullable Deadline end;

    Credentials(Session session, SessionTime time) {
        this.session = session;
        this.time = time;
    }

    @Nullable
    Instant expiry() {
        return expiry;
    }

    boolean areGood() {
        return expiry == null || !left(expiry).isZero();
    }

    /** The handshake is accepted; returns whether that matters, which it does not if the session has ended. */
    boolean accepted(Effects effects) {
        if (phase == Phase.HANDSHAKE) {
            phase = Phase.ACCEPTED;
            await(effects);
        }
        return phase == Phase.ACCEPTED;
    }

    /** Renews the credentials, or takes them away; returns whether that matters. */
    boolean expireAt(@Nullable Instant instant, Effects effects) {
        expiry = instant;
        await(effects);
        return phase == Phase.ACCEPTED;
    }

    /** Whether this deadline is the one that counts. */
    boolean endAt(Deadline deadline) {
        return end == deadline;
    }

    /** Nothing is awaited any more. */
    void sessionEnds(Effects effects) {
        phase = Phase.ENDED;
        await(effects);
    }

    private void await(Effects effects) {
        Deadline former = end;
        if (former != null) {
            effects.add(former::cancel);
        }
        end = null;
        if (expiry != null && phase == Phase.ACCEPTED) {
            Deadline deadline = time.deadline(left(expiry));
            Duration left = deadline.left(time.nanos());
            end = deadline;
            effects.add(() -> deadline.start(time.timers(), left, () -> session.credentialsExpired(deadline)));
        }
    }

    private Duration left(Instant instant) {
        Duration left = Duration.between(time.instants().instant(), instant);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
