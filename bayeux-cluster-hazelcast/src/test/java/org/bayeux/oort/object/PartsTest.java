package org.bayeux.oort.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bayeux.oort.link.SimulatedNetwork;
import org.bayeux.testkit.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {

    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final ManualClock clock = new ManualClock();
    private SimulatedNetwork network = new SimulatedNetwork(clock, 1);
    private Side a = new Side("a", network, clock);
    private Side b = new Side("b", network, clock);

    private void meet() {
        a.nodes().start();
        b.nodes().start();
        clock.advance(A_MOMENT);
    }

    @Test
    void whatIsOwnedBeforeNodesMeetIsKnownAfterwards() {
        Words mine = new Words(a, "words").start();
        Words others = new Words(b, "words").start();
        mine.add("one");
        meet();

        assertThat(others.all()).isEqualTo(Map.of("a", List.of("one"), "b", List.of()));
        assertThat(others.heard()).containsExactly("a has [one]");
    }

    @Test
    void changesArriveInOrder() {
        Words mine = new Words(a, "words").start();
        Words others = new Words(b, "words").start();
        meet();
        others.heard().clear();
        mine.add("one");
        mine.replace("two");
        mine.add("three");
        clock.advance(A_MOMENT);

        assertThat(others.heard()).containsExactly("a adds one", "a has [two] for [one]", "a adds three");
        assertThat(mine.heard()).containsAll(others.heard());
    }

    @Test
    void changeThatCannotBeReadIsLeftOutAndThoseBehindItCount() {
        Words mine = new Words(a, "words").start();
        Words others = new Words(b, "words").start();
        meet();
        others.cannotRead("two");

        mine.add("one");
        mine.add("two");
        mine.add("three");
        clock.advance(A_MOMENT);

        assertThat(others.all()).containsEntry("a", List.of("one", "three"));
    }

    @Test
    void whoBeginsToShareLaterLearnsWhatIsThere() {
        Words mine = new Words(a, "words").start();
        meet();
        mine.add("one");
        Words others = new Words(b, "words").start();
        clock.advance(A_MOMENT);

        assertThat(others.all()).containsEntry("a", List.of("one"));
        assertThat(mine.all()).containsEntry("b", List.of());
    }

    @Test
    void whoEndsToShareIsForgotten() {
        Words mine = new Words(a, "words").start();
        Words others = new Words(b, "words").start();
        meet();
        mine.add("one");
        mine.parts().stop();
        clock.advance(A_MOMENT);

        assertThat(others.all()).containsOnlyKeys("b");
        assertThat(others.heard()).last().isEqualTo("a gone with [one]");
    }

    @Test
    void whoSharesAgainBeginsAnew() {
        Words mine = new Words(a, "words").start();
        Words others = new Words(b, "words").start();
        meet();
        mine.add("one");
        mine.parts().stop();
        mine.start();
        mine.add("two");
        clock.advance(A_MOMENT);

        assertThat(others.all()).containsEntry("a", List.of("two"));
        assertThat(mine.all()).containsEntry("b", List.of());
    }

    @Test
    void partOfANodeThatDiedIsRemoved() {
        new Words(a, "words").start().add("one");
        Words others = new Words(b, "words").start();
        meet();
        network.kill("a");

        assertThat(others.all()).containsOnlyKeys("b");
        assertThat(others.heard()).last().isEqualTo("a gone with [one]");
    }

    @Test
    void nodeThatIsLostBeforeItHasSaidAllLeavesNothingBehind() {
        Words mine = new Words(a, "words").start();
        mine.add("x".repeat(70_000));
        new Words(a, "other words").start().add("x".repeat(700_000));
        Words others = new Words(b, "words").start();
        a.nodes().start();
        b.nodes().start();
        clock.advanceUntil(() -> others.all().containsKey("a"), A_MOMENT);
        network.kill("a");

        assertThat(others.all()).containsOnlyKeys("b");
    }

    @Test
    void thingsOfOtherNamesHaveNothingToDoWithEachOther() {
        new Words(a, "words").start().add("one");
        Words others = new Words(b, "other words").start();
        meet();

        assertThat(others.all()).containsOnlyKeys("b");
    }

    @Test
    void secondThingOfANameIsRefused() {
        meet();
        new Words(a, "words").start();

        assertThatThrownBy(() -> new Words(a, "words").start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'words'");
    }

    @Test
    void thingThatIsNotStartedTellsHowToUseIt() {
        meet();
        Words mine = new Words(a, "words");

        assertThatThrownBy(() -> mine.add("one"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("start()");
    }

    @Test
    void longCutIsHealedToTheTruth() {
        Words mine = new Words(a, "words").start();
        Words others = new Words(b, "words").start();
        meet();
        mine.add("old");
        clock.advance(A_MOMENT);
        network.cutBothWays("a", "b");
        mine.replace("new");
        clock.advance(Duration.ofSeconds(60));

        assertThat(others.all()).containsOnlyKeys("b");
        network.heal();
        clock.advance(Duration.ofSeconds(3));
        assertThat(others.all()).containsEntry("a", List.of("new"));
        assertThat(mine.all()).containsOnlyKeys("a", "b");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyOrderOfFaultsEndsWithTheTruth(long seed) {
        network = new SimulatedNetwork(clock, seed);
        Random chance = new Random(seed);
        List<String> names = List.of("a", "b", "c", "d");
        List<Words> all = new ArrayList<>();
        for (String name : names) {
            Side side = new Side(name, network, clock);
            all.add(new Words(side, "words").start());
            side.nodes().start();
        }
        network.worsen(0.1, 0.1, 200);

        IntStream.range(0, 200).forEach(i -> {
            Words words = all.get(chance.nextInt(all.size()));
            switch (chance.nextInt(12)) {
                case 0 -> network.cut(any(names, chance), any(names, chance));
                case 1 -> network.heal();
                case 2 -> {
                    words.parts().stop();
                    words.start();
                }
                case 3 -> words.replace("w" + i);
                default -> words.add("w" + i);
            }
            clock.advanceMillis(chance.nextInt(5) == 0 ? chance.nextInt(12_000) : chance.nextInt(100));
        });
        network.worsen(0, 0, 0);
        network.heal();
        clock.advance(Duration.ofSeconds(15));

        Map<String, List<String>> truth = all.get(0).all();
        assertThat(truth).containsOnlyKeys(names);
        for (int i = 0; i < names.size(); i++) {
            assertThat(all.get(i).all()).isEqualTo(truth);
            assertThat(all.get(i).parts().own().value()).isEqualTo(truth.get(names.get(i)));
        }
    }

    private static String any(List<String> names, Random chance) {
        return names.get(chance.nextInt(names.size()));
    }
}
