package org.bayeux.server.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayeux.server.engine.time.TimerWheel.RESOLUTION;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.engine.time.TimerWheel;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** Whatever happens to time and to listeners, silent clients are given up and unused channels are swept. */
class SilenceTest {

    private final InMemoryServer server = InMemoryServer.start();

    @Test
    void sweepingGoesOnAfterAListenerHasFailed() {
        server.bayeux().addListener(new FailingChannelListener());
        server.channel("/a");
        server.channel("/b");

        server.clock().advanceMillis(4 * 997);
        server.channel("/c");
        server.clock().advanceMillis(4 * 997);

        assertThat(server.bayeux().getChannel("/a")).isNull();
        assertThat(server.bayeux().getChannel("/b")).isNull();
        assertThat(server.bayeux().getChannel("/c")).isNull();
    }

    @Test
    void sessionsExpireAfterAListenerHasFailed() {
        server.bayeux().addListener(new FailingSessionListener());
        InMemoryClient first = server.polling().shakesHands();
        first.session().addListener((ServerSession.RemoveListener) (session, timeout) -> {
            throw new AssertionError("on purpose");
        });
        InMemoryClient second = server.polling().shakesHands();

        server.clock().advanceMillis(10_000);

        assertThat(first.isKnown()).isFalse();
        assertThat(second.isKnown()).isFalse();
        assertThat(server.clock().waitingTimers()).isZero();
    }

    @Test
    void jumpOfTheClockByADayFiresWhatIsDueAndKeepsTheRest() {
        long[] now = {4711};
        List<String> fired = new ArrayList<>();
        TimerWheel wheel = new TimerWheel(() -> now[0], Runnable::run);
        wheel.schedule(Duration.ofSeconds(10), () -> fired.add("of ten seconds"));
        wheel.schedule(Duration.ofDays(2), () -> fired.add("of two days"));

        now[0] += Duration.ofDays(1).toNanos();
        wheel.tick();
        assertThat(fired).containsExactly("of ten seconds");

        now[0] += Duration.ofDays(1).plus(RESOLUTION).toNanos();
        wheel.tick();
        assertThat(fired).containsExactly("of ten seconds", "of two days");
    }

    @Test
    void clockThatRunsBackwardLosesAndRepeatsNothing() {
        long[] now = {Duration.ofHours(1).toNanos()};
        List<String> fired = new ArrayList<>();
        TimerWheel wheel = new TimerWheel(() -> now[0], Runnable::run);
        wheel.schedule(Duration.ofMillis(100), () -> fired.add("first"));
        wheel.schedule(Duration.ofSeconds(10), () -> fired.add("second"));
        now[0] += Duration.ofSeconds(1).toNanos();
        wheel.tick();

        now[0] -= Duration.ofMinutes(30).toNanos();
        wheel.tick();
        wheel.schedule(Duration.ofSeconds(5), () -> fired.add("meanwhile"));
        wheel.tick();
        assertThat(fired).containsExactly("first");

        now[0] += Duration.ofMinutes(31).toNanos();
        wheel.tick();
        assertThat(fired).containsExactlyInAnyOrder("first", "meanwhile", "second");
    }

    @Test
    void timerThatNoThreadCouldBeMadeForIsNotForgotten() {
        long[] now = {0};
        List<String> fired = new ArrayList<>();
        boolean[] exhausted = {true};
        TimerWheel wheel = new TimerWheel(() -> now[0], task -> {
            if (exhausted[0]) {
                throw new OutOfMemoryError("no thread, on purpose");
            }
            task.run();
        });
        wheel.schedule(RESOLUTION, () -> fired.add("expiry"));
        now[0] = RESOLUTION.multipliedBy(5).toNanos();
        try {
            wheel.tick();
        } catch (OutOfMemoryError expected) {
            exhausted[0] = false;
        }

        now[0] += RESOLUTION.toNanos();
        wheel.tick();

        assertThat(fired).containsExactly("expiry");
    }

    private static final class FailingChannelListener implements BayeuxServer.ChannelListener {

        @Override
        public void channelRemoved(String channelId) {
            throw new IllegalStateException("on purpose");
        }
    }

    private static final class FailingSessionListener implements BayeuxServer.SessionListener {

        @Override
        public void sessionRemoved(ServerSession session, boolean timedout) {
            throw new IllegalStateException("on purpose");
        }
    }
}
