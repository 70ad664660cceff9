package org.bayeux.server.engine.dispatch;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many sessions of each browser have a connect held, since each uses up one of its few connections (manual 9.3.11).
 *
 * <p>Thread-safe: the inner maps are touched inside the outer map's atomic updates only. A session counts once however
 * many of its connects overlap.
 */
final class BrowserHolds {

    private final ConcurrentHashMap<String, Map<String, Integer>> holding = new ConcurrentHashMap<>();

    /** Counts a connect as held, unless {@code most} other sessions of the browser hold one; negative: no limit. */
    boolean tryHold(String browser, String session, int most) {
        boolean[] held = new boolean[1];
        holding.compute(browser, (key, known) -> {
            Map<String, Integer> sessions = known == null ? new HashMap<>(2) : known;
            held[0] = most < 0 || sessions.containsKey(session) || sessions.size() < most;
            if (held[0]) {
                sessions.merge(session, 1, Integer::sum);
            }
            return sessions.isEmpty() ? null : sessions;
        });
        return held[0];
    }

    /** A connect counted by {@link #tryHold} is no longer held. */
    void release(String browser, String session) {
        holding.computeIfPresent(browser, (key, sessions) -> {
            sessions.computeIfPresent(session, (id, count) -> count == 1 ? null : count - 1);
            return sessions.isEmpty() ? null : sessions;
        });
    }
}
