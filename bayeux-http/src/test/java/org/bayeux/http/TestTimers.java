package org.bayeux.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.server.spi.Timers;

/** Timers that go off when the test says so. */
final class TestTimers implements Timers {

    final List<Duration> delays = new ArrayList<>();
    private final List<Runnable> pending = new ArrayList<>();

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        delays.add(delay);
        pending.add(task);
        return () -> pending.remove(task);
    }

    int pending() {
        return pending.size();
    }

    /** Everything that waits now is due. */
    void goOff() {
        List<Runnable> due = List.copyOf(pending);
        pending.clear();
        due.forEach(Runnable::run);
    }
}
