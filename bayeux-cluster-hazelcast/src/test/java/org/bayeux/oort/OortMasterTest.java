package org.bayeux.oort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.bayeux.oort.Cloud.Member;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One node that acts for all, and the numbers it gives out (manual 9.7.2.2). */
class OortMasterTest {

    private final Cloud cloud = new Cloud();
    private final List<Node> nodes = new ArrayList<>();

    private void start(int count) {
        for (int i = 0; i < count; i++) {
            Node node = new Node(cloud.member("n" + i));
            nodes.add(node);
            node.numbers.start();
        }
        cloud.meet(nodes.stream().map(it -> it.member).toArray(Member[]::new));
    }

    private Node master() {
        List<Node> masters = nodes.stream().filter(it -> it.numbers.isMaster()).toList();
        assertThat(masters).hasSize(1);
        return masters.get(0);
    }

    private List<Node> others(Node node) {
        return nodes.stream().filter(it -> it != node).toList();
    }

    private List<Long> all() {
        return nodes.stream().flatMap(it -> it.got.stream()).toList();
    }

    @Test
    void allNodesAgreeOnOneMaster() {
        start(3);
        String url = master().member.name;

        assertThat(nodes).allMatch(it -> url.equals(it.numbers.getMasterOortURL()));
    }

    @Test
    void aNodeAloneIsItsMaster() {
        start(1);
        master().take(1);
        cloud.passAMoment();

        assertThat(all()).containsExactly(0L);
    }

    @Test
    void numbersAreUniqueAndGrow() {
        start(3);
        for (int i = 0; i < 2_000; i++) {
            nodes.get(i % 3).take(1 + i % 2);
            if (i % 100 == 0) {
                cloud.passAMoment();
            }
        }
        cloud.passAMoment();

        assertThat(all()).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(nodes.get(0).got).isSorted();
        assertThat(nodes).allMatch(it -> it.failed.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void masterThatDiesIsReplacedAndNoNumberRepeats(int count) {
        start(count);
        nodes.forEach(it -> it.take(10));
        cloud.passAMoment();
        Node dead = master();
        cloud.network.kill(dead.member.name);
        dead.member.oort.stop();
        List<Node> left = others(dead);
        cloud.clock.advance(Duration.ofSeconds(2));
        left.forEach(it -> it.take(10));
        cloud.clock.advance(Duration.ofSeconds(2));

        assertThat(left).allMatch(it -> it.got.size() == 2);
        assertThat(all()).doesNotHaveDuplicates();
        assertThat(left.stream().filter(it -> it.numbers.isMaster())).hasSize(1);
    }

    @Test
    void nodeThatOffersItLaterGivesOutNoNumberAgain() {
        start(2);
        nodes.get(0).take(10);
        cloud.passAMoment();
        Member member = cloud.member("late");
        cloud.meet(member);
        Node late = new Node(member);
        nodes.add(late);
        late.numbers.start();
        late.take(1);
        cloud.passAMoment();
        late.take(1);
        cloud.passAMoment();

        assertThat(late.failed).containsExactly("there is no owner");
        assertThat(late.got).hasSize(1);
        assertThat(all()).doesNotHaveDuplicates();
    }

    @Test
    void nodeThatHasNotMetTheOthersYetHasNoMaster() {
        start(2);
        nodes.get(0).take(10);
        cloud.passAMoment();
        Node early = new Node(cloud.member("early"));
        nodes.add(early);
        early.numbers.start();
        early.take(1);
        cloud.meet(early.member);
        early.take(1);
        cloud.passAMoment();

        assertThat(early.failed).containsExactly("there is no owner");
        assertThat(early.got).hasSize(1);
        assertThat(all()).doesNotHaveDuplicates();
    }

    @Test
    void whereTheOthersDoNotOfferItTheOneThatDoesIsItsMaster() {
        Member plain = cloud.member("plain");
        Node node = new Node(cloud.member("n0"));
        cloud.meet(plain, node.member);
        node.numbers.start();
        cloud.passAMoment();
        node.take(1);
        cloud.passAMoment();

        assertThat(node.got).containsExactly(0L);
    }

    @Test
    void nodeThatAsksOneThatDiesWithoutAnAnswerWaitsNoLonger() {
        start(1);
        Node late = new Node(cloud.member("late"));
        cloud.meet(late.member);
        cloud.network.cutBothWays("n0", "late");
        late.numbers.start();
        cloud.passAMoment();

        assertThat(late.numbers.getMasterOortURL()).isNull();

        cloud.network.kill("n0");
        cloud.passAMoment();

        assertThat(late.numbers.isMaster()).isTrue();
    }

    @Test
    void smallerSideOfASplitHasNoMaster() {
        start(3);
        Node lonely = master();
        others(lonely).forEach(it -> cloud.network.cutBothWays(lonely.member.name, it.member.name));
        cloud.clock.advance(Duration.ofSeconds(20));

        assertThat(lonely.numbers.isMaster()).isFalse();
        assertThat(lonely.numbers.getMasterOortURL()).isNull();
        assertThat(others(lonely).stream().filter(it -> it.numbers.isMaster())).hasSize(1);
        lonely.take(1);
        others(lonely).forEach(it -> it.take(1));
        cloud.clock.advance(Duration.ofSeconds(1));
        assertThat(lonely.failed).containsExactly("there is no owner");
        assertThat(others(lonely)).allMatch(it -> it.got.size() == 1);

        cloud.network.heal();
        cloud.clock.advance(Duration.ofSeconds(10));
        assertThat(master()).isNotNull();
        nodes.forEach(it -> it.take(1));
        cloud.clock.advance(Duration.ofSeconds(1));
        assertThat(all()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void whoDidNotHearThatItsAgreementCameAboutMakesNoSecondMaster() {
        start(3);
        nodes.forEach(it -> it.take(1));
        cloud.passAMoment();
        String m = master().member.name;
        String x = others(master()).get(0).member.name;
        String y = others(master()).get(1).member.name;
        cloud.network.cutBothWays(y, m);
        cloud.network.cutBothWays(y, x);
        cloud.clock.advance(Duration.ofSeconds(5));
        cloud.network.cut(m, x);
        cloud.clock.advance(Duration.ofSeconds(7));
        cloud.network.heal();
        cloud.network.cutBothWays(m, x);
        cloud.network.cutBothWays(m, y);
        cloud.clock.advance(Duration.ofSeconds(15));

        assertThat(nodes.stream().filter(it -> it.numbers.isMaster())).hasSizeLessThanOrEqualTo(1);

        nodes.forEach(it -> it.take(1_500));
        cloud.clock.advance(Duration.ofSeconds(2));
        cloud.network.heal();
        cloud.clock.advance(Duration.ofSeconds(15));
        nodes.forEach(it -> it.take(1));
        cloud.passAMoment();

        assertThat(master().got).hasSizeGreaterThanOrEqualTo(2);
        assertThat(nodes.stream().flatMap(it -> it.taken.stream())).doesNotHaveDuplicates();
    }

    /** The younger of the two others would ask the older one for a number, so each is tried. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whoeverIsAskedForABlockAgreesOnlyIfThoseWhoAreAskedAreTheMajorityByItsOwnKnowledge(int which) {
        start(3);
        nodes.forEach(it -> it.take(1));
        cloud.passAMoment();
        Node m = master();
        Node x = others(m).get(which);
        Node y = others(m).get(1 - which);
        cloud.network.cutBothWays(y.member.name, m.member.name);
        cloud.network.cutBothWays(y.member.name, x.member.name);
        cloud.clock.advance(Duration.ofSeconds(12));
        cloud.network.heal();
        cloud.network.cutBothWays(y.member.name, m.member.name);
        cloud.clock.advance(Duration.ofSeconds(2));
        cloud.network.cutBothWays(m.member.name, x.member.name);
        // The other two are sure to have a majority, of three and of two, and do not know of each other.
        y.take(1_500);
        cloud.clock.advance(Duration.ofSeconds(15));
        m.take(1_500);
        cloud.clock.advance(Duration.ofSeconds(1));

        assertThat(m.got).hasSize(2);
        assertThat(nodes.stream().flatMap(it -> it.taken.stream())).doesNotHaveDuplicates();
    }

    @Test
    void ofTwoNodesThatCannotReachEachOtherOnlyOneActs() {
        start(2);
        cloud.network.cutBothWays("n0", "n1");
        cloud.clock.advance(Duration.ofSeconds(20));

        assertThat(nodes.stream().filter(it -> it.numbers.isMaster())).hasSize(1);
    }

    @Test
    void ofTwoNodesTheOtherWaitsIfTheMasterFellSilentBeforeTheNetworkLostIt() {
        start(2);
        Node older = master();
        Node younger = others(older).get(0);
        cloud.network.cutBothWays("n0", "n1");
        cloud.clock.advance(Duration.ofSeconds(5));
        cloud.network.kill(older.member.name);
        cloud.clock.advance(Duration.ofSeconds(20));

        assertThat(younger.numbers.getMasterOortURL()).isNull();
    }

    @Test
    void masterThatStoodStillDoesNotTakeThoseForDeadWhomTheNetworkRemovesBehindItsBack() {
        start(3);
        nodes.forEach(it -> it.take(1));
        cloud.passAMoment();
        Node frozen = master();
        others(frozen).forEach(it -> cloud.network.cutBothWays(frozen.member.name, it.member.name));
        cloud.network.remove(
                frozen.member.name,
                others(frozen).stream().map(it -> it.member.name).toArray(String[]::new));
        cloud.clock.advance(Duration.ofSeconds(20));
        nodes.forEach(it -> it.take(1_500));
        cloud.clock.advance(Duration.ofSeconds(2));

        assertThat(frozen.failed).containsExactly("there is no owner");
        assertThat(nodes.stream().flatMap(it -> it.taken.stream())).doesNotHaveDuplicates();
    }

    @Test
    void nodeThatMayNotBeTheMasterIsNot() {
        Member a = cloud.member("a");
        Member b = cloud.member("b");
        OortMasterLong never = new OortMasterLong(a.oort, "numbers", false, 5);
        OortMasterLong always = new OortMasterLong(b.oort, "numbers", true, 5);
        never.start();
        always.start();
        cloud.meet(a, b);
        List<Object> got = new ArrayList<>();
        never.addAndGet(2, into(got, got));
        cloud.passAMoment();

        assertThat(never.getMasterOortURL()).isEqualTo("b");
        assertThat(got).containsExactly(7L);
    }

    @Test
    void numbersAreTakenForwardOnly() {
        start(1);

        assertThatIllegalArgumentException().isThrownBy(() -> nodes.get(0).take(0));
    }

    @Test
    void moreNumbersThanThereCanBeAreRefusedAndLaterOnesStillCome() {
        start(1);

        assertThatIllegalArgumentException().isThrownBy(() -> nodes.get(0).take(Long.MAX_VALUE));
        nodes.get(0).take(1);
        cloud.passAMoment();

        assertThat(all()).containsExactly(0L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void noNumberRepeatsInAnyOrderOfFaultsAndAllHaveOneMasterAfterwards(long seed) {
        start(3 + (int) (seed % 3));
        Random chance = new Random(seed);
        cloud.network.worsen(0.05, 0.05, 100);
        for (int i = 0; i < 300; i++) {
            Node node = nodes.get(chance.nextInt(nodes.size()));
            Node other = nodes.get(chance.nextInt(nodes.size()));
            switch (chance.nextInt(12)) {
                case 0 -> cloud.network.cut(node.member.name, other.member.name);
                case 1 -> cloud.network.cutBothWays(node.member.name, other.member.name);
                case 2 -> others(node).forEach(it -> cloud.network.cutBothWays(node.member.name, it.member.name));
                case 3, 4 -> cloud.network.heal();
                default -> node.take(1 + chance.nextInt(300));
            }
            cloud.clock.advanceMillis(chance.nextInt(8) == 0 ? chance.nextInt(15_000) : chance.nextInt(100));
        }
        cloud.network.worsen(0, 0, 0);
        cloud.network.heal();
        cloud.clock.advance(Duration.ofSeconds(15));
        int before = all().size();
        nodes.forEach(it -> it.take(1));
        cloud.clock.advance(Duration.ofSeconds(1));

        assertThat(master()).isNotNull();
        assertThat(all()).hasSize(before + nodes.size());
        assertThat(nodes.stream().flatMap(it -> it.taken.stream())).doesNotHaveDuplicates();
    }

    private static OortMasterLong.Callback into(List<? super Long> got, List<Object> failed) {
        return new OortMasterLong.Callback() {
            @Override
            public void succeeded(Long result) {
                got.add(result);
            }

            @Override
            public void failed(@Nullable Object failure) {
                failed.add(Objects.requireNonNull(failure));
            }
        };
    }

    private static final class Node {

        private final Member member;
        private final OortMasterLong numbers;
        private final List<Long> got = new ArrayList<>();
        private final List<Long> taken = new ArrayList<>();
        private final List<Object> failed = new ArrayList<>();

        Node(Member member) {
            this.member = member;
            this.numbers = new OortMasterLong(member.oort, "numbers");
        }

        void take(long count) {
            numbers.getAndAdd(count, new OortMasterLong.Callback() {
                @Override
                public void succeeded(Long result) {
                    got.add(result);
                    Stream.iterate(result, it -> it + 1).limit(count).forEach(taken::add);
                }

                @Override
                public void failed(@Nullable Object failure) {
                    failed.add(Objects.requireNonNull(failure));
                }
            });
        }
    }
}
