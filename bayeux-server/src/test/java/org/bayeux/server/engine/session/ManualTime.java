package org.bayeux.server.engine.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bayeux.server.spi.Ticker;
import org.bayeux.server.spi.Timers;

/** Time that stands still until a test lets it pass. Confined to one thread. */
final class ManualTime implements Ticker, Timers, InstantSource {

    private final List<Pending> pending = new ArrayList<>();
    private long now = 1_000_000;

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(now);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        Pending timer = new Pending(now + delay.toNanos(), task);
        pending.add(timer);
        return () -> pending.remove(timer);
    }

    /** Lets time pass; what becomes due runs at its own moment. */
    void pass(Duration duration) {
        long end = now + duration.toNanos();
        for (Pending next = nextUntil(end); next != null; next = nextUntil(end)) {
            pending.remove(next);
            now = Math.max(now, next.due());
            next.task().run();
        }
        now = end;
    }

    int timersRunning() {
        return pending.size();
    }

    private Pending nextUntil(long end) {
        return pending.stream()
                .filter(timer -> timer.due() <= end)
                .min(Comparator.comparingLong(Pending::due))
                .orElse(null);
    }

    private record Pending(long due, Runnable task) {}
}
