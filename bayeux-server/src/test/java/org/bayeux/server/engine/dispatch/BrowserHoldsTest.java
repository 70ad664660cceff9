package org.bayeux.server.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowserHoldsTest {

    private final BrowserHolds holds = new BrowserHolds();

    @Test
    void firstSessionOfABrowserMayHold() {
        assertThat(holds.tryHold("browser", "a", 1)).isTrue();
    }

    @Test
    void oneMoreThanTheLimitMayNot() {
        holds.tryHold("browser", "a", 2);
        holds.tryHold("browser", "b", 2);

        assertThat(holds.tryHold("browser", "c", 2)).isFalse();
    }

    @Test
    void otherBrowsersDoNotCount() {
        holds.tryHold("browser", "a", 1);

        assertThat(holds.tryHold("other", "b", 1)).isTrue();
    }

    @Test
    void releasedHoldIsFree() {
        holds.tryHold("browser", "a", 1);

        holds.release("browser", "a");

        assertThat(holds.tryHold("browser", "b", 1)).isTrue();
    }

    @Test
    void sessionCountsOnceUntilItsLastConnectIsReleased() {
        holds.tryHold("browser", "a", 1);
        assertThat(holds.tryHold("browser", "a", 1)).as("the newer connect").isTrue();
        holds.release("browser", "a");
        assertThat(holds.tryHold("browser", "b", 1)).isFalse();

        holds.release("browser", "a");

        assertThat(holds.tryHold("browser", "b", 1)).isTrue();
    }

    @Test
    void refusedSessionLeavesNoTrace() {
        holds.tryHold("browser", "a", 1);
        holds.tryHold("browser", "b", 1);

        holds.release("browser", "a");

        assertThat(holds.tryHold("browser", "c", 1)).isTrue();
    }

    @Test
    void limitOfZeroLetsNobodyHold() {
        assertThat(holds.tryHold("browser", "a", 0)).isFalse();
    }

    @Test
    void negativeLimitIsNone() {
        for (int i = 0; i < 100; i++) {
            assertThat(holds.tryHold("browser", "session" + i, -1)).isTrue();
        }
    }

    @Test
    void releasingWhatIsNotHeldIsHarmless() {
        holds.release("browser", "a");

        assertThat(holds.tryHold("browser", "a", 1)).isTrue();
    }
}
