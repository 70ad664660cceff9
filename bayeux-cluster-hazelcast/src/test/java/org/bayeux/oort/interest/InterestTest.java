package org.bayeux.oort.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.ChannelId;
import org.bayeux.oort.link.Nodes;
import org.bayeux.oort.link.Peer;
import org.bayeux.oort.link.SimulatedNetwork;
import org.bayeux.oort.link.Switchboard;
import org.bayeux.testkit.ManualClock;
import org.junit.jupiter.api.Test;

class InterestTest {

    private final ManualClock clock = new ManualClock();
    private final SimulatedNetwork network = new SimulatedNetwork(clock, 1);
    private final Member a = new Member("a");
    private final Member b = new Member("b");

    private void meet() {
        a.nodes.start();
        b.nodes.start();
        passAMoment();
    }

    private void passAMoment() {
        clock.advance(Duration.ofMillis(500));
    }

    @Test
    void othersLearnWhatIsWantedWhenItBegins() {
        meet();
        b.interest.observe(new ChannelId("/chat/**"));

        CompletableFuture<?> known = b.wants("/chat/1");

        assertThat(known).isNotDone();
        passAMoment();
        assertThat(known).isCompleted();
        assertThat(a.finds("/chat/1")).containsExactly("b");
    }

    @Test
    void othersLearnWhenItEnds() {
        meet();
        b.interest.observe(new ChannelId("/chat/**"));
        b.wants("/chat/1");
        b.wantsNoMore("/chat/1");
        passAMoment();

        assertThat(a.finds("/chat/1")).isEmpty();
    }

    @Test
    void newcomersLearnWhatWasWantedBefore() {
        b.interest.observe(new ChannelId("/chat/**"));
        b.wants("/chat/*");
        meet();

        assertThat(a.finds("/chat/1")).containsExactly("b");
    }

    @Test
    void whatIsNotObservedIsNotTold() {
        meet();
        b.interest.observe(new ChannelId("/chat/**"));

        assertThat(b.wants("/news")).isCompleted();
        passAMoment();
        assertThat(a.finds("/news")).isEmpty();
    }

    @Test
    void whatIsWantedBeforeItIsObservedIsToldThen() {
        meet();
        b.wants("/chat/1");
        b.interest.observe(new ChannelId("/chat/*"));
        passAMoment();

        assertThat(a.finds("/chat/1")).containsExactly("b");
        b.interest.deobserve(new ChannelId("/chat/*"));
        passAMoment();
        assertThat(a.finds("/chat/1")).isEmpty();
    }

    @Test
    void secondWhoWantsItWaitsUntilOthersKnowToo() {
        meet();
        b.interest.observe(new ChannelId("/chat/**"));
        passAMoment();
        network.cutBothWays("a", "b");
        CompletableFuture<?> first = b.wants("/chat/1");
        CompletableFuture<?> second = b.wants("/chat/1");
        clock.advance(Duration.ofSeconds(3));

        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        network.heal();
        clock.advance(Duration.ofSeconds(3));
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
    }

    @Test
    void nodeThatIsGoneWantsNothingAndIsWaitedForNoLonger() {
        meet();
        b.interest.observe(new ChannelId("/chat/**"));
        a.interest.observe(new ChannelId("/chat/**"));
        b.wants("/chat/1");
        passAMoment();
        network.kill("b");
        CompletableFuture<?> known = a.wants("/chat/2");

        assertThat(known).isCompleted();
        assertThat(a.finds("/chat/1")).isEmpty();
    }

    @Test
    void afterALongCutEachKnowsWhatTheOtherWantsNow() {
        meet();
        b.interest.observe(new ChannelId("/**"));
        b.wants("/old");
        passAMoment();
        network.cutBothWays("a", "b");
        clock.advance(Duration.ofSeconds(12));
        b.wantsNoMore("/old");
        b.wants("/new");
        network.heal();
        clock.advance(Duration.ofSeconds(2));

        assertThat(a.finds("/old")).isEmpty();
        assertThat(a.finds("/new")).containsExactly("b");
    }

    private final class Member implements Demand, Switchboard.Events {

        private final Set<String> wanted = new HashSet<>();
        private final Interest interest = new Interest(this);
        private final Nodes nodes;

        Member(String name) {
            nodes = new Nodes(
                    name,
                    network.place(name),
                    clock.ticker(),
                    clock.timers(),
                    Runnable::run,
                    new Switchboard(List.of(interest), this));
            interest.tells(nodes);
        }

        CompletableFuture<?> wants(String pattern) {
            wanted.add(pattern);
            return interest.changed(pattern).toCompletableFuture();
        }

        void wantsNoMore(String pattern) {
            wanted.remove(pattern);
            CompletionStage<?> unused = interest.changed(pattern);
        }

        List<String> finds(String channel) {
            List<String> found = new ArrayList<>();
            interest.forEachInterested(new ChannelId(channel), node -> found.add(node.url()));
            return found;
        }

        @Override
        public boolean isWanted(String pattern) {
            return wanted.contains(pattern);
        }

        @Override
        public Set<String> wanted() {
            return wanted;
        }

        @Override
        public void joined(Peer node) {}

        @Override
        public void missed(Peer node) {}

        @Override
        public void left(Peer node) {}
    }
}
