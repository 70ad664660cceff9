package org.bayeux.oort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bayeux.oort.Cloud.Member;
import org.bayeux.testkit.InMemoryClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Services that let the owner act (manual 9.7.2). */
class OortServiceTest {

    private final Cloud cloud = new Cloud();
    private final Member a = cloud.member("a");
    private final Member b = cloud.member("b");
    private final Editor here = new Editor(a);
    private final Editor there = new Editor(b);

    private void meet() {
        here.start();
        there.start();
        cloud.meet(a, b);
    }

    @Test
    void ownerActsAndWhoeverAskedHearsOfIt() {
        meet();
        here.forward("b", Map.of("name", "Bob"), "context");
        cloud.passAMoment();

        assertThat(there.done).containsExactly("Bob for a");
        assertThat(here.heard).containsExactly("context: {name=Bob, length=3}");
    }

    @Test
    void thisNodeMayBeTheOwner() {
        meet();
        here.forward("a", Map.of("name", "Bob"), "context");
        cloud.passAMoment();

        assertThat(here.done).containsExactly("Bob for a");
        assertThat(here.heard).containsExactly("context: {name=Bob, length=3}");
    }

    @Test
    void failureOfTheOwnerIsTold() {
        meet();
        here.forward("b", Map.of("name", ""), "empty");
        here.forward("b", "no map", "wrong");
        cloud.passAMoment();

        assertThat(here.heard)
                .containsExactlyInAnyOrder("empty fails: a name is needed", "wrong fails: the service failed");
    }

    @Test
    void unknownOwnerFailsAtOnce() {
        meet();
        here.forward("nowhere", Map.of("name", "Bob"), "context");
        cloud.passAMoment();

        assertThat(here.heard).containsExactly("context fails: there is no node 'nowhere'");
    }

    @Test
    void failureIsToldBehindTheCallSoThatWhoeverTriesAgainThereNeedsNoStack() {
        meet();
        for (String owner : Arrays.asList("nowhere", null)) {
            AtomicInteger left = new AtomicInteger(100_000);
            here.onFailure = context -> {
                if (left.decrementAndGet() > 0) {
                    here.forward(owner, Map.of("name", "Bob"), context);
                }
            };
            here.forward(owner, Map.of("name", "Bob"), "context");

            assertThat(left).hasValue(100_000);
            cloud.passAMoment();
            assertThat(left).hasValue(0);
        }
    }

    @Test
    void ownerWithoutTheServiceFailsAtOnce() {
        meet();
        there.stop();
        here.forward("b", Map.of("name", "Bob"), "context");
        cloud.passAMoment();

        assertThat(here.heard).containsExactly("context fails: the node has no service 'edit'");
    }

    @Test
    void ownerThatDiesFailsAtOnce() {
        meet();
        cloud.network.cut("b", "a");
        here.forward("b", Map.of("name", "Bob"), "context");
        cloud.passAMoment();
        cloud.network.kill("b");
        cloud.passAMoment();

        assertThat(here.heard).hasSize(1);
        assertThat(here.heard.get(0)).startsWith("context fails: ");
    }

    @Test
    void ownerThatIsSilentFailsWithinFifteenSeconds() {
        meet();
        cloud.network.cutBothWays("a", "b");
        here.forward("b", Map.of("name", "Bob"), "context");
        cloud.clock.advance(Duration.ofSeconds(15));

        assertThat(here.heard).hasSize(1);
        assertThat(here.heard.get(0)).startsWith("context fails: ");
    }

    @Test
    void actionIsDoneOnceHoweverBadTheNetworkIs() {
        meet();
        cloud.network.worsen(0.2, 0.2, 200);
        for (int i = 0; i < 100; i++) {
            here.forward("b", Map.of("name", "n" + i), "c" + i);
            cloud.clock.advanceMillis(10);
        }
        cloud.clock.advance(Duration.ofSeconds(9));

        assertThat(there.done).hasSize(100).doesNotHaveDuplicates();
        assertThat(here.heard).hasSize(100).doesNotHaveDuplicates().noneMatch(it -> it.contains("fails"));
    }

    @Test
    void clientsCannotForward() {
        meet();
        InMemoryClient mallory = a.server.socket().joins().staysConnected();
        for (String channel : List.of("/service/oort/service/edit", "/oort/service/edit", "/service/edit")) {
            mallory.sends("{'channel':'" + channel + "','clientId':'$id','data':{'name':'Mallory'}}");
        }
        cloud.passAMoment();

        assertThat(here.done).isEmpty();
        assertThat(there.done).isEmpty();
    }

    @Test
    void serviceThatIsNotStartedTellsHowToUseIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> here.forward("a", null, "context"))
                .withMessageContaining("start()");
        meet();
        assertThatIllegalStateException()
                .isThrownBy(() -> new Editor(a).start())
                .withMessageContaining("already");
    }

    private static final class Editor extends OortService<Map<String, Object>, String> {

        private final List<String> done = new ArrayList<>();
        private final List<String> heard = new ArrayList<>();
        private Consumer<String> onFailure = context -> {};

        Editor(Member member) {
            super(member.oort, "edit");
        }

        @Override
        protected Result<Map<String, Object>> onForward(Request request) {
            String name = (String) Objects.requireNonNull(request.getDataAsMap().get("name"));
            if (name.isEmpty()) {
                return Result.failure("a name is needed");
            }
            done.add(name + " for " + request.getOortURL());
            return Result.success(Map.of("name", name, "length", name.length()));
        }

        @Override
        protected void onForwardSucceeded(@Nullable Map<String, Object> result, String context) {
            assertThat(result).isNotNull();
            heard.add(context + ": {name=" + result.get("name") + ", length=" + result.get("length") + "}");
        }

        @Override
        protected void onForwardFailed(@Nullable Object failure, String context) {
            heard.add(context + " fails: " + failure);
            onFailure.accept(context);
        }
    }
}
