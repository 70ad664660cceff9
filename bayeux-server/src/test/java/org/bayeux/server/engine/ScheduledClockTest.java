package org.bayeux.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduledClockTest {

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void periodicTasksGoOnAfterAnError() throws InterruptedException {
        AtomicBoolean failed = new AtomicBoolean();
        CountDownLatch goesOn = new CountDownLatch(1);
        Executor exhaustedOnce = task -> {
            if (failed.compareAndSet(false, true)) {
                throw new OutOfMemoryError("no thread, on purpose");
            }
            goesOn.countDown();
        };
        ScheduledClock clock = new ScheduledClock(scheduler, exhaustedOnce);

        clock.start(Duration.ofMillis(1), () -> {});

        assertThat(goesOn.await(20, TimeUnit.SECONDS)).isTrue();
        clock.stop();
    }
}
