package org.bayeux.server.engine.session;

import java.time.Duration;

/**
 * The times that the application has set for one session; where it has set none, those of the transport hold.
 *
 * <p>Thread-safe: the values are volatile, written and read by the application; the session is told of each change.
 */
final class OwnTimes {

    private static final long NONE = -1;

    private final Session session;
    private final SessionLimits standard;
    private volatile long timeout = NONE;
    private volatile long interval = NONE;
    private volatile long maxInterval = NONE;

    OwnTimes(Session session, SessionLimits standard) {
        this.session = session;
        this.standard = standard;
    }

    /** In milliseconds; -1: there is none. */
    long timeout() {
        return timeout;
    }

    void timeout(long millis) {
        Duration changed = either(millis, standard.timeout());
        timeout = Math.max(NONE, millis);
        session.limits(limits -> limits.withTimeout(changed));
    }

    /** In milliseconds; -1: there is none. */
    long interval() {
        return interval;
    }

    void interval(long millis) {
        Duration changed = either(millis, standard.interval());
        interval = Math.max(NONE, millis);
        session.limits(limits -> limits.withInterval(changed));
    }

    /** In milliseconds; -1: there is none. */
    long maxInterval() {
        return maxInterval;
    }

    void maxInterval(long millis) {
        Duration changed = either(millis, standard.maxInterval());
        maxInterval = Math.max(NONE, millis);
        session.limits(limits -> limits.withMaxInterval(changed));
    }

    private static Duration either(long own, Duration standard) {
        return own < 0 ? standard : Duration.ofMillis(own);
    }
}
