package org.bayeux.server.engine.dispatch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Runs the exchanges of one socket one after another, also where one has to wait for an answer.
 *
 * <p>Thread-safe without a lock: whoever raises the count from zero runs what waits; an exchange that had to wait for an
 * answer carries on with those behind it when it is done.
 */
final class Lane {

    private final Queue<BooleanSupplier> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();

    /** Runs an exchange, or what gives {@code true} when it is done, behind those before. */
    void submit(BooleanSupplier exchange) {
        waiting.add(exchange);
        if (pending.getAndIncrement() == 0) {
            runWaiting();
        }
    }

    /** The exchange that had to wait is done. */
    void resume() {
        if (pending.decrementAndGet() > 0) {
            runWaiting();
        }
    }

    private void runWaiting() {
        BooleanSupplier exchange = waiting.poll();
        while (exchange != null && exchange.getAsBoolean()) {
            exchange = pending.decrementAndGet() > 0 ? waiting.poll() : null;
        }
    }
}
