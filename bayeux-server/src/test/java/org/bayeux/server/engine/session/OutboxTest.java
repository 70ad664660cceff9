package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bayeux.wire.BayeuxMessage;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final long NOW = 1_000;

    private final Outbox outbox = new Outbox(new QueueBudget(-1));
    private final BayeuxMessage a = TestSession.message("a");
    private final BayeuxMessage b = TestSession.message("b");
    private final BayeuxMessage c = TestSession.message("c");

    @Test
    void emptyOutboxIsNeverDue() {
        assertThat(outbox.isDue(Long.MAX_VALUE - 1)).isFalse();
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void urgentMessageIsDueAtOnce() {
        outbox.append(a);

        assertThat(outbox.isDue(NOW)).isTrue();
    }

    @Test
    void lazyMessageIsDueAtItsTime() {
        outbox.appendLazy(a, NOW + 10);

        assertThat(outbox.isDue(NOW + 9)).isFalse();
        assertThat(outbox.isDue(NOW + 10)).isTrue();
    }

    @Test
    void earliestLazyMessageDecides() {
        outbox.appendLazy(a, NOW + 20);
        outbox.appendLazy(b, NOW + 10);
        outbox.appendLazy(c, NOW + 30);

        assertThat(outbox.lazyDueNanos()).isEqualTo(NOW + 10);
    }

    @Test
    void timesAreComparedAcrossTheOverflowOfTheClock() {
        outbox.appendLazy(a, Long.MIN_VALUE + 5);

        assertThat(outbox.isDue(Long.MAX_VALUE - 5)).isFalse();
        assertThat(outbox.isDue(Long.MIN_VALUE + 6)).isTrue();
    }

    @Test
    void conflatingAgainFindsWhatCameSince() {
        outbox.append(on("/a"));
        outbox.append(on("/a"));
        outbox.append(on("/b"));
        outbox.conflate("/c");
        assertThat(outbox.size()).isEqualTo(2);

        outbox.append(on("/c"));
        outbox.append(on("/c"));
        outbox.conflate("/d");
        assertThat(channels()).containsExactly("/a", "/b", "/c");
        outbox.conflate("/b");
        assertThat(channels()).containsExactly("/a", "/c");

        outbox.removeOldest();
        outbox.append(on("/a"));
        outbox.conflate("/c");
        outbox.append(on("/c"));
        outbox.putBack(List.of(on("/c")));
        outbox.conflate(null);
        assertThat(channels()).containsExactly("/a", "/c");
    }

    private List<String> channels() {
        return outbox.snapshot().stream().map(BayeuxMessage::getChannel).toList();
    }

    private static BayeuxMessage on(String channel) {
        return TestSession.message(channel, "id");
    }

    @Test
    void takingAllKeepsTheOrderOfUrgentAndLazyOnes() {
        outbox.appendLazy(a, NOW);
        outbox.append(b);
        outbox.appendLazy(c, NOW);

        assertThat(outbox.takeAll()).containsExactly(a, b, c);
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.isDue(NOW)).isFalse();
    }

    @Test
    void whatIsPutBackGoesFirstAndIsUrgent() {
        outbox.appendLazy(c, NOW + 10);

        outbox.putBack(List.of(a, b));

        assertThat(outbox.snapshot()).containsExactly(a, b, c);
        assertThat(outbox.isDue(NOW)).isTrue();
    }

    @Test
    void removesTheVeryMessagesOnly() {
        outbox.append(a);
        outbox.append(b);

        boolean changed = outbox.removeAll(List.of(TestSession.message("a"), b));

        assertThat(changed).isTrue();
        assertThat(outbox.snapshot()).containsExactly(a);
    }

    @Test
    void nothingIsDueOnceAllWasRemoved() {
        outbox.appendLazy(a, NOW);

        outbox.removeAll(List.of(a));

        assertThat(outbox.isDue(NOW + 1)).isFalse();
    }

    @Test
    void snapshotIsACopy() {
        outbox.append(a);

        outbox.snapshot().clear();

        assertThat(outbox.size()).isOne();
    }
}
