package org.bayeux.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final long MILLISECOND = 1_000_000;

    private final Arrivals arrivals = new Arrivals();

    @Test
    void latencyCountsFromThePlannedTime() {
        arrivals.measureFrom(0);

        arrivals.message(10 * MILLISECOND, 250 * MILLISECOND);

        assertThat(arrivals.latencies().max()).isBetween(240_000L, 240_240L);
    }

    @Test
    void whatWasPlannedBeforeIsCountedButNotTimed() {
        arrivals.measureFrom(100);

        arrivals.message(99, 200);
        arrivals.message(100, 200);

        assertThat(arrivals.messages()).isEqualTo(2);
        assertThat(arrivals.latencies().count()).isEqualTo(1);
    }
}
