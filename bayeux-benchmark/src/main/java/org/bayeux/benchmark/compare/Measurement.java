package org.bayeux.benchmark.compare;

import java.time.Duration;
import org.bayeux.benchmark.figures.Outcome;

/**
 * What one subject did in one of its turns.
 *
 * @param subject its label
 * @param rate the planned deliveries per second
 * @param round which turn it was, from 0
 * @param outcome what the load client saw
 * @param cpu processor time that the server took meanwhile
 * @param heap bytes of live objects that the clients added, 0 if that was not measured
 * @param engineHeap those among them that are of the Bayeux server's own classes
 * @param threads how many threads the server had at the end
 */
record Measurement(
        String subject,
        double rate,
        int round,
        Outcome outcome,
        Duration cpu,
        long heap,
        long engineHeap,
        int threads) {

    private static final double PROMPT_ENOUGH_MICROS = 200_000;
    private static final double FAST_ENOUGH = 0.95;

    /** Processor time of the server for each delivered message. */
    double cpuMicrosPerMessage() {
        return outcome.arrived() == 0 ? 0 : cpu.toNanos() / 1000.0 / outcome.arrived();
    }

    /** Whether everything arrived, at the rate at which it was sent, with 99 of 100 within 200 ms. */
    boolean keepsUp() {
        return outcome.complete()
                && outcome.deliveryRate() >= FAST_ENOUGH * rate
                && outcome.latencies().percentile(99) < PROMPT_ENOUGH_MICROS;
    }
}
