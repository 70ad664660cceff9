package org.bayeux.server.engine.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bayeux.server.spi.Ticker;
import org.bayeux.server.spi.Timers;

/**
 * Timers for very many sessions at the price of one periodic task: starting and cancelling a timer is an enqueue and a
 * write, and a tick looks only at the timers of its own slot.
 *
 * <p>Thread-safe for {@link #schedule}; {@link #tick} is confined to one thread at a time, which alone touches the slots.
 * Due tasks run on the executor, never on the ticking thread. Time is read from the ticker at each tick, so a tick that
 * comes late fires all that is due and a tick that is lost loses nothing.
 */
public final class TimerWheel implements Timers {

    /** How often {@link #tick} should be called; timers are late by one or two of these. */
    public static final Duration RESOLUTION = Duration.ofMillis(20);

    private static final int SLOTS = 1024;

    /** "For ever" must not overflow when it is added to the clock. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Ticker ticker;
    private final Executor executor;
    private final long origin;
    private final Queue<WheelTimer> arrivals = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<WheelTimer>[] slots;
    private long nextTick;

    /** Makes a wheel that stands still until it is ticked. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public TimerWheel(Ticker ticker, Executor executor) {
        this.ticker = ticker;
        this.executor = executor;
        this.origin = ticker.nanos();
        this.slots = new ArrayDeque[SLOTS];
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        WheelTimer timer = new WheelTimer(tickAfter(delay), task);
        arrivals.add(timer);
        return timer;
    }

    /** Hands everything that has become due to the executor. */
    public void tick() {
        takeIn();
        long now = (ticker.nanos() - origin) / RESOLUTION.toNanos();
        // After a long pause one turn of the wheel visits every slot, more turns would find the same timers.
        long first = Math.max(nextTick, now - SLOTS + 1);
        for (long tick = first; tick <= now; tick++) {
            fire(slots[(int) (tick % SLOTS)], now);
        }
        nextTick = Math.max(nextTick, now + 1);
    }

    private long tickAfter(Duration delay) {
        Duration far = delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
        long due = ticker.nanos() - origin + Math.max(0, far.toNanos());
        return due / RESOLUTION.toNanos() + 1;
    }

    private void takeIn() {
        for (WheelTimer timer = arrivals.poll(); timer != null; timer = arrivals.poll()) {
            if (!timer.isCancelled()) {
                slotOf(timer).add(timer);
            }
        }
    }

    private ArrayDeque<WheelTimer> slotOf(WheelTimer timer) {
        int index = (int) (Math.max(timer.dueTick(), nextTick) % SLOTS);
        ArrayDeque<WheelTimer> slot = slots[index];
        if (slot == null) {
            slot = new ArrayDeque<>();
            slots[index] = slot;
        }
        return slot;
    }

    private void fire(ArrayDeque<WheelTimer> slot, long now) {
        if (slot == null) {
            return;
        }
        for (int count = slot.size(); count > 0; count--) {
            WheelTimer timer = slot.remove();
            if (timer.dueTick() > now) {
                if (!timer.isCancelled()) {
                    slot.add(timer);
                }
            } else if (!timer.isCancelled()) {
                handOver(timer);
            }
        }
    }

    /** A timer that no thread takes now is due again at the next tick: it may end a session or answer a client. */
    private void handOver(WheelTimer timer) {
        try {
            executor.execute(timer);
        } catch (RejectedExecutionException e) {
            arrivals.add(timer);
        } catch (Throwable e) {
            arrivals.add(timer);
            throw e;
        }
    }
}
