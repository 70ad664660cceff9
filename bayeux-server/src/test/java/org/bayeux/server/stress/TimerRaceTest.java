package org.bayeux.server.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bayeux.server.engine.time.TimerWheel;
import org.bayeux.server.spi.Timers.Timer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("stress")
class TimerRaceTest {

    private final AtomicLong now = new AtomicLong();
    private final TimerWheel wheel = new TimerWheel(now::get, Runnable::run);
    private final Race race = new Race();

    @AfterEach
    void stop() {
        race.close();
    }

    @Test
    void cancelledTimerFiresOnceOrNever() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            AtomicInteger fired = new AtomicInteger();
            Timer timer = wheel.schedule(TimerWheel.RESOLUTION, fired::incrementAndGet);

            race.run(timer::cancel, this::tickTwice);

            int firedInTheRace = fired.get();
            tickTwice();
            assertThat(firedInTheRace).isLessThanOrEqualTo(1);
            assertThat(fired).as("after cancel has returned").hasValue(firedInTheRace);
        }
    }

    @Test
    void timerStartedDuringATickFiresOnce() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            AtomicInteger fired = new AtomicInteger();

            race.run(
                    () -> wheel.schedule(TimerWheel.RESOLUTION, fired::incrementAndGet),
                    () -> wheel.schedule(TimerWheel.RESOLUTION.multipliedBy(3), fired::incrementAndGet),
                    this::tickTwice);

            tickTwice();
            tickTwice();
            tickTwice();
            assertThat(fired).hasValue(2);
        }
    }

    private void tickTwice() {
        for (int i = 0; i < 2; i++) {
            now.addAndGet(TimerWheel.RESOLUTION.toNanos());
            wheel.tick();
        }
    }
}
