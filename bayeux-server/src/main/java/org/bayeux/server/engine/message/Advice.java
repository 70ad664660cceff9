package org.bayeux.server.engine.message;

import java.time.Duration;
import java.util.Map;
import org.bayeux.api.Message;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** What the server tells clients about how to go on (appendix C, 3.4), and what they ask for. Stateless. */
public final class Advice {

    private Advice() {}

    /** Connect again, with these times. */
    public static void retry(BayeuxMessage reply, Duration interval, Duration timeout) {
        Map<String, @Nullable Object> advice = of(reply);
        advice.putIfAbsent(Message.RECONNECT_FIELD, Message.RECONNECT_RETRY_VALUE);
        advice.putIfAbsent(Message.INTERVAL_FIELD, interval.toMillis());
        advice.putIfAbsent(Message.TIMEOUT_FIELD, timeout.toMillis());
    }

    /** Shake hands again, at once. */
    public static void handshake(BayeuxMessage reply) {
        Map<String, @Nullable Object> advice = of(reply);
        advice.putIfAbsent(Message.RECONNECT_FIELD, Message.RECONNECT_HANDSHAKE_VALUE);
        advice.putIfAbsent(Message.INTERVAL_FIELD, 0L);
    }

    /** Shake hands again, but not at once. */
    public static void handshakeLater(BayeuxMessage reply, Duration pause) {
        of(reply).putIfAbsent(Message.INTERVAL_FIELD, pause.toMillis());
        handshake(reply);
    }

    /** Stay away, unless somebody has already advised otherwise. */
    public static void none(BayeuxMessage reply) {
        of(reply).putIfAbsent(Message.RECONNECT_FIELD, Message.RECONNECT_NONE_VALUE);
    }

    /** Connect again, but not so often, since other sessions use up the browser's connections. */
    public static void multipleClients(BayeuxMessage reply, Duration interval, Duration timeout) {
        of(reply).put(Message.MULTIPLE_CLIENTS_FIELD, true);
        of(reply).put(Message.INTERVAL_FIELD, interval.toMillis());
        retry(reply, interval, timeout);
    }

    /** Stay away, since other sessions use up the browser's connections. */
    public static void tooManyClients(BayeuxMessage reply) {
        of(reply).put(Message.MULTIPLE_CLIENTS_FIELD, true);
        none(reply);
    }

    /** A time that the client asks for; {@code standard} if it asks for none or for more than that. */
    public static Duration requested(BayeuxMessage message, String field, Duration standard) {
        Map<String, @Nullable Object> advice = message.getAdvice();
        if (advice != null && advice.get(field) instanceof Number wanted) {
            long millis = wanted.longValue();
            if (millis >= 0 && millis < standard.toMillis()) {
                return Duration.ofMillis(millis);
            }
        }
        return standard;
    }

    private static Map<String, @Nullable Object> of(BayeuxMessage reply) {
        Map<String, @Nullable Object> advice = reply.getAdvice(true);
        if (advice == null) {
            throw new IllegalStateException("a reply of our own has no advice although it was to be created");
        }
        return advice;
    }
}
