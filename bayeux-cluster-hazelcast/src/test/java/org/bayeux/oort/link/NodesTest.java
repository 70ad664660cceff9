package org.bayeux.oort.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bayeux.testkit.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodesTest {

    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final ManualClock clock = new ManualClock();
    private SimulatedNetwork network = new SimulatedNetwork(clock, 1);
    private SimulatedNode a = new SimulatedNode("a", network, clock);
    private SimulatedNode b = new SimulatedNode("b", network, clock);

    private void startBoth() {
        a.start();
        b.start();
        clock.advance(A_MOMENT);
    }

    @Test
    void nodesThatStartLearnOfEachOtherAtOnce() {
        startBoth();

        assertThat(a.events()).containsExactly("joined b");
        assertThat(b.events()).containsExactly("joined a");
    }

    @Test
    void nodeIsToldAllBeforeItIsTold() {
        startBoth();
        a.say("b", "1");
        clock.advance(A_MOMENT);

        assertThat(b.heard()).containsExactly("all of a", "1");
    }

    @Test
    void whoeverSaysSomethingLearnsThatItWasProcessed() {
        startBoth();

        CompletableFuture<Boolean> processed = a.say("b", "1").toCompletableFuture();

        assertThat(processed).isNotDone();
        clock.advance(A_MOMENT);
        assertThat(processed).isCompletedWithValue(true);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void badNetworkLosesDoublesAndReordersNothingOfWhatIsSaid(long seed) {
        network = new SimulatedNetwork(clock, seed);
        a = new SimulatedNode("a", network, clock);
        b = new SimulatedNode("b", network, clock);
        startBoth();
        network.worsen(0.2, 0.2, 300);

        IntStream.range(0, 1_000).forEach(i -> {
            a.say("b", "a" + i);
            b.say("a", "b" + i);
            clock.advanceMillis(5);
        });
        network.worsen(0, 0, 0);
        clock.advance(Duration.ofSeconds(5));

        assertThat(b.heard()).containsExactlyElementsOf(expected("a", 1_000));
        assertThat(a.heard()).containsExactlyElementsOf(expected("b", 1_000));
        assertThat(a.events()).containsExactly("joined b");
    }

    @Test
    void largeAndManyPayloadsArriveInOrder() {
        startBoth();
        IntStream.range(0, 20_000).forEach(i -> a.say("b", "a" + i));
        a.say("b", "x".repeat(1_000_000));
        clock.advance(A_MOMENT);

        assertThat(b.heard()).hasSize(20_002).startsWith("all of a", "a0", "a1").endsWith("x".repeat(1_000_000));
        assertThat(b.heard().subList(0, 20_001)).containsExactlyElementsOf(expected("a", 20_000));
    }

    @Test
    void shortCutLosesNothingAndNobodyLeaves() {
        startBoth();
        network.cutBothWays("a", "b");
        IntStream.range(0, 100).forEach(i -> a.say("b", "a" + i));
        clock.advance(Duration.ofSeconds(8));
        network.heal();
        clock.advance(Duration.ofSeconds(3));

        assertThat(b.heard()).containsExactlyElementsOf(expected("a", 100));
        assertThat(b.events()).containsExactly("joined a");
        assertThat(a.events()).containsExactly("joined b");
    }

    @Test
    void serverWithoutThreadsForAWhileLosesNothingOfWhatIsSaid() {
        startBoth();
        b.isSuspended(true);
        CompletableFuture<Boolean> processed = a.say("b", "a0").toCompletableFuture();
        clock.advance(Duration.ofSeconds(5));
        assertThat(processed).isNotDone();

        b.isSuspended(false);
        a.say("b", "a1");
        clock.advance(Duration.ofSeconds(1));

        assertThat(processed).isCompletedWithValue(true);
        assertThat(b.heard()).containsExactlyElementsOf(expected("a", 2));
    }

    @Test
    void nodeThatIsGivenUpWhileThereAreNoThreadsIsToldOnceThereAre() {
        startBoth();
        b.isSuspended(true);
        network.cutBothWays("a", "b");
        clock.advance(Duration.ofSeconds(12));
        assertThat(b.events()).containsExactly("joined a");

        b.isSuspended(false);
        network.heal();
        clock.advance(Duration.ofSeconds(3));

        assertThat(b.events()).containsExactly("joined a", "left a", "joined a");
    }

    @Test
    void longCutIsToldAndAfterItAllIsSaidAgain() {
        startBoth();
        network.cutBothWays("a", "b");
        CompletableFuture<Boolean> lost = a.say("b", "lost").toCompletableFuture();
        clock.advance(Duration.ofSeconds(12));

        assertThat(lost).isCompletedWithValue(false);
        assertThat(a.events()).containsExactly("joined b", "left b");

        network.heal();
        clock.advance(Duration.ofSeconds(2));
        a.say("b", "1");
        b.say("a", "1");
        clock.advance(A_MOMENT);

        assertThat(a.events()).containsExactly("joined b", "left b", "joined b");
        assertThat(b.events()).containsExactly("joined a", "left a", "joined a");
        assertThat(b.heard()).containsExactly("all of a", "all of a", "1");
        assertThat(a.heard()).containsExactly("all of b", "all of b", "1");
    }

    @Test
    void whereOnlyOneGaveTheOtherUpBothSayAllAgain() {
        startBoth();
        a.say("b", "0");
        b.say("a", "0");
        clock.advance(A_MOMENT);
        network.cut("b", "a");
        clock.advance(Duration.ofSeconds(12));
        CompletableFuture<Boolean> unheard = b.say("a", "lost").toCompletableFuture();

        assertThat(a.events()).containsExactly("joined b", "left b");
        network.heal();
        clock.advance(Duration.ofSeconds(4));
        a.say("b", "1");
        b.say("a", "1");
        clock.advance(A_MOMENT);

        assertThat(unheard).isCompletedWithValue(false);
        assertThat(a.events()).containsExactly("joined b", "left b", "joined b");
        assertThat(b.events()).startsWith("joined a").contains("missed a").doesNotContain("left a");
        assertThat(b.heard()).containsExactly("all of a", "0", "all of a", "1");
        assertThat(a.heard()).containsExactly("all of b", "0", "all of b", "1");
    }

    @Test
    void whatCouldNotBeSentForALackOfMemoryIsSentLater() {
        startBoth();
        network.failsOnceWith(new OutOfMemoryError("as a test says"));

        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> a.say("b", "1"));
        a.say("b", "2");
        clock.advance(Duration.ofSeconds(2));

        assertThat(b.heard()).containsExactly("all of a", "1", "2");
    }

    @Test
    void whoIsGivenUpBeforeItsFirstWordWasProcessedSaysAllAgain() {
        a.start();
        a.isSuspended(true);
        b.start();
        clock.advance(A_MOMENT);

        network.remove("a", "b");
        clock.advance(Duration.ofSeconds(2));
        a.isSuspended(false);
        clock.advance(Duration.ofSeconds(5));
        a.say("b", "1");
        b.say("a", "1");
        clock.advance(A_MOMENT);

        assertThat(a.heard()).endsWith("all of b", "1");
        assertThat(b.heard()).endsWith("1");
        assertThat(a.events()).endsWith("joined b");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverIsCutNothingComesTwiceOrOutOfOrderAndNodesFindEachOtherAgain(long seed) {
        network = new SimulatedNetwork(clock, seed);
        a = new SimulatedNode("a", network, clock);
        b = new SimulatedNode("b", network, clock);
        startBoth();
        Random chance = new Random(seed);
        network.worsen(0.1, 0.1, 100);
        int said = 0;
        for (int round = 0; round < 10; round++) {
            if (chance.nextBoolean()) {
                network.cut("a", "b");
            }
            if (chance.nextBoolean()) {
                network.cut("b", "a");
            }
            said = talk(said, chance.nextInt(15_000));
            network.heal();
            said = talk(said, 3_000);
        }
        network.worsen(0, 0, 0);
        clock.advance(Duration.ofSeconds(15));
        int before = b.heard().size();
        a.say("b", "a" + said);
        b.say("a", "b" + said);
        clock.advance(A_MOMENT);

        assertThat(b.heard()).hasSize(before + 1).endsWith("a" + said);
        assertThat(numbers(b.heard())).isSorted().doesNotHaveDuplicates();
        assertThat(numbers(a.heard())).isSorted().doesNotHaveDuplicates().endsWith(said);
    }

    private int talk(int said, int millis) {
        int next = said;
        for (int passed = 0; passed < millis; passed += 50) {
            if (!a.nodes().all().isEmpty()) {
                a.say("b", "a" + next);
            }
            if (!b.nodes().all().isEmpty()) {
                b.say("a", "b" + next);
            }
            next++;
            clock.advanceMillis(50);
        }
        return next;
    }

    @Test
    void networkThatFailsForAWhileLosesNothing() {
        startBoth();
        network.isBroken(true);
        a.say("b", "1");
        clock.advance(Duration.ofSeconds(5));
        network.isBroken(false);
        clock.advance(Duration.ofSeconds(3));

        assertThat(b.heard()).containsExactly("all of a", "1");
        assertThat(a.events()).containsExactly("joined b");
    }

    @Test
    void whatTakesLongerHoldsUpWhatComesBehindAndIsNotAcknowledgedBefore() {
        startBoth();
        CompletableFuture<Void> end = new CompletableFuture<>();
        b.isBusyUntil(end);
        CompletableFuture<Boolean> first = a.say("b", "1").toCompletableFuture();
        a.say("b", "2");
        clock.advance(Duration.ofSeconds(5));

        assertThat(b.heard()).containsExactly("all of a", "1");
        assertThat(first).isNotDone();

        end.complete(null);
        clock.advance(A_MOMENT);
        assertThat(b.heard()).containsExactly("all of a", "1", "2");
        assertThat(first).isCompletedWithValue(true);
    }

    @Test
    void nodeThatLeavesIsGoneAtOnce() {
        startBoth();
        b.stop();
        clock.advanceMillis(10);

        assertThat(a.events()).containsExactly("joined b", "left b");
        assertThat(a.nodes().all()).isEmpty();
    }

    @Test
    void nodeWhoseProcessEndedIsGoneAtOnce() {
        startBoth();
        network.kill("b");

        assertThat(a.events()).containsExactly("joined b", "left b");
    }

    @Test
    void nodeThatStoppedKeepsNoTimer() {
        startBoth();
        a.stop();
        b.stop();
        clock.advance(A_MOMENT);

        assertThat(clock.waitingTimers()).isZero();
    }

    @Test
    void whatIsNoPacketIsIgnored() {
        startBoth();
        network.deliver("x", "a", new byte[0]);
        network.deliver("x", "a", new byte[] {99, 1, 2, 3});
        network.deliver("x", "a", new byte[] {1, 'D', 0, 0});
        b.say("a", "1");
        clock.advance(A_MOMENT);

        assertThat(a.heard()).containsExactly("all of b", "1");
    }

    private static List<String> expected(String name, int count) {
        List<String> expected = new ArrayList<>(List.of("all of " + name));
        IntStream.range(0, count).forEach(i -> expected.add(name + i));
        return expected;
    }

    private static List<Integer> numbers(List<String> heard) {
        return heard.stream()
                .filter(it -> !it.startsWith("all of"))
                .map(it -> Integer.valueOf(it.substring(1)))
                .toList();
    }
}
