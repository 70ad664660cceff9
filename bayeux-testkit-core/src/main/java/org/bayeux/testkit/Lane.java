package org.bayeux.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.bayeux.server.spi.Timers;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a connection. Whatever it does, nothing overtakes: what is sent behind something that is held arrives
 * behind it. Confined to the test, as its client is.
 */
final class Lane {

    private final @Nullable ManualClock clock;
    private final Queue<Shipment> underWay = new ArrayDeque<>();
    private Mode mode = Mode.OPEN;
    private Duration delay = Duration.ZERO;

    Lane(@Nullable ManualClock clock) {
        this.clock = clock;
    }

    void pass(Transit transit) {
        switch (mode) {
            case CUT -> transit.vanishes();
            case HELD -> underWay.add(new Shipment(transit));
            case DELAYED -> ship(transit);
            case OPEN -> {
                if (underWay.isEmpty()) {
                    transit.arrives();
                } else {
                    Shipment behind = new Shipment(transit);
                    behind.due = true;
                    underWay.add(behind);
                }
            }
        }
    }

    private void ship(Transit transit) {
        Shipment shipment = new Shipment(transit);
        underWay.add(shipment);
        var unused = timers().schedule(delay, () -> {
            shipment.due = true;
            arriveDue();
        });
    }

    /** What is under way gets lost too, and nobody notices. */
    void cut() {
        mode = Mode.CUT;
        takeAll().forEach(Transit::vanishes);
    }

    void hold() {
        mode = Mode.HELD;
    }

    void delay(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("nothing arrives before it is sent: " + time);
        }
        timers();
        mode = Mode.DELAYED;
        delay = time;
    }

    void release() {
        // What is sent meanwhile is not released: it comes behind.
        for (int left = underWay.size(); left > 0 && !underWay.isEmpty(); left--) {
            underWay.remove().transit.arrives();
        }
    }

    void restore() {
        mode = Mode.OPEN;
        while (!underWay.isEmpty()) {
            underWay.remove().transit.arrives();
        }
    }

    /** The connection breaks with all that is under way. */
    void fail(IOException cause) {
        takeAll().forEach(transit -> transit.fails(cause));
    }

    int underWay() {
        return underWay.size();
    }

    private void arriveDue() {
        for (Shipment first = underWay.peek(); first != null && first.due; first = underWay.peek()) {
            underWay.remove();
            first.transit.arrives();
        }
    }

    private List<Transit> takeAll() {
        List<Transit> all = new ArrayList<>();
        underWay.forEach(shipment -> all.add(shipment.transit));
        underWay.clear();
        return all;
    }

    private Timers timers() {
        if (clock == null) {
            throw new IllegalStateException(
                    "this client has no clock that could be turned; let InMemoryServer make it");
        }
        return clock.timers();
    }

    private enum Mode {
        OPEN,
        CUT,
        HELD,
        DELAYED
    }

    /** Something that waits for its turn. */
    private static final class Shipment {

        private final Transit transit;
        private boolean due;

        Shipment(Transit transit) {
            this.transit = transit;
        }
    }

    /** What becomes of something that is sent. */
    interface Transit {

        void arrives();

        /** It is lost, and its sender believes that it has arrived. */
        default void vanishes() {}

        /** It is lost with its connection, which its sender notices. */
        default void fails(IOException cause) {}
    }
}
