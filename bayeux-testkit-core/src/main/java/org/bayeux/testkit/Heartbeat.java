package org.bayeux.testkit;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connects again whenever a connect was answered, after the pause that the server asks for. Confined to the test. */
final class Heartbeat {

    private final ManualClock clock;
    private final Runnable connect;
    private long pause;

    Heartbeat(ManualClock clock, Runnable connect) {
        this.clock = clock;
        this.connect = connect;
    }

    /** Whether a message is an answer that only this has to know. One with an id answers the script. */
    boolean takes(Map<String, @Nullable Object> message) {
        if (!"/meta/connect".equals(message.get("channel"))
                || message.containsKey("id")
                || !Boolean.TRUE.equals(message.get("successful"))
                || !mayGoOn(message.get("advice"))) {
            return false;
        }
        // Not at once: the server is still at work on what it answers.
        if (pause == 0) {
            clock.executor().execute(connect);
        } else {
            var unused = clock.timers().schedule(Duration.ofMillis(pause), connect);
        }
        return true;
    }

    private boolean mayGoOn(@Nullable Object advice) {
        if (!(advice instanceof Map<?, ?> fields)) {
            return true;
        }
        if (fields.get("interval") instanceof Number millis) {
            pause = millis.longValue();
        }
        Object reconnect = fields.get("reconnect");
        return reconnect == null || "retry".equals(reconnect);
    }
}
