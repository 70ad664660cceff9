package org.bayeux.server.ext;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Lets clients find out how far their clock is off, and how long messages take.
 *
 * <p>A client sends {@code ext.timesync} with its time {@code tc}, the lag {@code l} and the offset {@code o} that it has
 * found so far, in milliseconds. Unless those are accurate enough, the reply carries {@code tc} again, the time
 * {@code ts} when the message came, for how long {@code p} the reply was held back, and the accuracy {@code a} of what
 * the client thought. The lag of a session is its attribute {@value #LAG_ATTRIBUTE}.
 *
 * <p>Thread-safe. Source: manual 10.9.
 */
public final class TimesyncExtension implements BayeuxServer.Extension {

    /** Name of the session attribute with the lag that the client found last, a {@code Long} of milliseconds. */
    public static final String LAG_ATTRIBUTE = "lag";

    private static final String NAME = "timesync";
    private static final int USUAL_TARGET_MILLIS = 25;

    private final InstantSource time;
    private volatile int accuracyTarget = USUAL_TARGET_MILLIS;

    /** Uses the clock of the machine. */
    public TimesyncExtension() {
        this(InstantSource.system());
    }

    TimesyncExtension(InstantSource time) {
        this.time = time;
    }

    /** How far off, in milliseconds, a client may be before it is corrected; 25 unless set. */
    public int getAccuracyTarget() {
        return accuracyTarget;
    }

    /**
     * Sets how far off, in milliseconds, a client may be before it is corrected.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public void setAccuracyTarget(int millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("the accuracy target is " + millis + " ms: it must be 0 or more");
        }
        accuracyTarget = millis;
    }

    @Override
    public boolean rcvMeta(@Nullable ServerSession from, ServerMessage.Mutable message) {
        Map<String, @Nullable Object> sync = syncOf(message);
        if (sync != null) {
            // Noted in the request itself, where the reply finds it again.
            sync.put("ts", time.millis());
            if (from != null && sync.get("l") instanceof Number lag) {
                from.setAttribute(LAG_ATTRIBUTE, lag.longValue());
            }
        }
        return true;
    }

    @Override
    public boolean sendMeta(@Nullable ServerSession to, ServerMessage.Mutable message) {
        ServerMessage.Mutable request = message.getAssociated();
        Map<String, @Nullable Object> sync = request == null ? null : syncOf(request);
        if (sync != null && sync.get("tc") instanceof Number tc && sync.get("ts") instanceof Number ts) {
            long lag = millis(sync, "l");
            long accuracy = tc.longValue() + millis(sync, "o") + lag - ts.longValue();
            if (lag == 0 || Math.abs(accuracy) >= accuracyTarget) {
                answer(message, tc, ts.longValue(), accuracy);
            }
        }
        return true;
    }

    private void answer(ServerMessage.Mutable reply, Number tc, long ts, long accuracy) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("tc", tc);
        answer.put("ts", ts);
        answer.put("p", time.millis() - ts);
        answer.put("a", accuracy);
        Map<String, @Nullable Object> ext = reply.getExt(true);
        if (ext != null) {
            ext.put(NAME, answer);
        }
    }

    private static long millis(Map<String, @Nullable Object> sync, String name) {
        return sync.get(name) instanceof Number number ? number.longValue() : 0;
    }

    @SuppressWarnings("unchecked") // JSON objects have no other keys
    private static @Nullable Map<String, @Nullable Object> syncOf(ServerMessage.Mutable message) {
        Map<String, @Nullable Object> ext = message.getExt();
        return ext != null && ext.get(NAME) instanceof Map<?, ?> sync ? (Map<String, @Nullable Object>) sync : null;
    }
}
