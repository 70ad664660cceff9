package org.bayeux.server.engine.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.spi.MessageTelemetry;
import org.bayeux.server.spi.Ticker;
import org.bayeux.server.spi.Trace;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.Companion;
import org.jspecify.annotations.Nullable;

/**
 * Who watches a server, and the messages that they follow. Without anybody, a message costs one look at an empty list.
 * Thread-safe.
 */
public final class Journeys {

    private final Ticker ticker;
    private final CopyOnWriteArrayList<MessageTelemetry> watching = new CopyOnWriteArrayList<>();

    /** Nobody watches yet. */
    public Journeys(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Somebody watches from now on. */
    public void add(MessageTelemetry telemetry) {
        watching.add(telemetry);
    }

    /** Somebody watches no longer. */
    public void remove(MessageTelemetry telemetry) {
        watching.remove(telemetry);
    }

    /** Whether anybody watches. */
    public boolean areWatched() {
        return !watching.isEmpty();
    }

    private void tell(Consumer<MessageTelemetry> event) {
        for (MessageTelemetry telemetry : watching) {
            UserCode.run(telemetry, () -> event.accept(telemetry));
        }
    }

    /** A message begins its way; {@code null}: nobody follows it. The caller ends what it begins here. */
    public @Nullable Journey begin(@Nullable ServerSession from, @Nullable ServerSession to, BayeuxMessage message) {
        if (watching.isEmpty() || message.isFrozen()) {
            return null;
        }
        List<Trace> traces = new ArrayList<>(1);
        for (MessageTelemetry telemetry : watching) {
            Trace trace = begun(telemetry, from, to, message);
            if (trace != null) {
                traces.add(trace);
            }
        }
        Journey journey = new Journey(ticker.nanos(), traces);
        message.followedBy(journey);
        return journey;
    }

    private static @Nullable Trace begun(
            MessageTelemetry telemetry,
            @Nullable ServerSession from,
            @Nullable ServerSession to,
            ServerMessage message) {
        try {
            return telemetry.begun(from, to, message);
        } catch (RuntimeException | Error e) {
            UserCode.failedLater(telemetry, e);
            return null;
        }
    }

    /** Messages have left for one receiver. */
    public void flushed(List<BayeuxMessage> messages) {
        if (!watching.isEmpty() && !messages.isEmpty()) {
            long now = ticker.nanos();
            for (BayeuxMessage message : messages) {
                if (message.companion() instanceof Journey journey) {
                    tell(it -> it.flushed(now - journey.begun()));
                    journey.arrived();
                }
            }
        }
    }

    /** Messages wait for one receiver more. */
    public static void kept(List<BayeuxMessage> messages) {
        for (BayeuxMessage message : messages) {
            kept(message);
        }
    }

    /** A message waits for one receiver more. */
    public static void kept(BayeuxMessage message) {
        Companion companion = message.companion();
        if (companion != null) {
            companion.keep();
        }
    }

    /** Messages that waited for one receiver will never leave. */
    public static void lost(List<BayeuxMessage> messages) {
        for (BayeuxMessage message : messages) {
            Companion companion = message.companion();
            if (companion != null) {
                companion.letGo();
            }
        }
    }
}
