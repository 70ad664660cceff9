package org.bayeux.server.engine.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How channels come, stay and go. */
class ChannelLifeTest {

    private static final int SWEEP = 1_000;

    private final InMemoryServer server = InMemoryServer.start("sweepPeriod", Integer.toString(SWEEP));
    private final List<String> heard = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void ancestorsAreRegisteredFirst() {
        server.bayeux().addListener(new Hearing());

        server.channel("/a/b/c");

        assertThat(heard)
                .containsExactly(
                        "configure /a", "added /a", "configure /a/b", "added /a/b", "configure /a/b/c", "added /a/b/c");
    }

    @Test
    void initializersRunBeforeTheChannelIsAnnounced() {
        server.bayeux().addListener(new Hearing());

        server.bayeux().createChannelIfAbsent("/a", channel -> heard.add("first"), channel -> heard.add("second"));

        assertThat(heard).containsExactly("configure /a", "first", "second", "added /a");
    }

    @Test
    void childOfAChannelThatFailedHasAParentAgain() {
        assertThatThrownBy(() -> server.bayeux().createChannelIfAbsent("/a", this::failWithAChild))
                .hasMessage("a bug of the application");
        assertThat(server.bayeux().getChannel("/a")).isNull();

        server.channel("/a/c");

        assertThat(server.bayeux().getChannel("/a")).isNotNull();
        sweep(6);
        assertThat(server.bayeux().getChannel("/a")).isNull();
    }

    @Test
    void whoWaitsForAChannelThatFailsFindsNone() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> maker =
                CompletableFuture.runAsync(() -> server.bayeux().createChannelIfAbsent("/a", channel -> {
                    inside.countDown();
                    await(goOn);
                    throw new IllegalStateException("a bug of the application");
                }));
        await(inside);

        CompletableFuture<Boolean> other =
                CompletableFuture.supplyAsync(() -> server.bayeux().getChannel("/a") == null);
        goOn.countDown();

        assertThat(other.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(maker).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void knownChannelIsFoundWithoutInitializers() {
        ServerChannel first = server.channel("/a");

        var again = server.bayeux().createChannelIfAbsent("/a/", channel -> heard.add("again"));

        assertThat(again.isMarked()).isFalse();
        assertThat(again.getReference()).isSameAs(first);
        assertThat(heard).isEmpty();
    }

    @Test
    void initializerFindsItsOwnChannel() {
        server.bayeux().createChannelIfAbsent("/a", channel -> heard.add("found " + server.channel("/a")));

        assertThat(heard).containsExactly("found /a");
    }

    @Test
    void othersWaitForTheInitializers() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> maker =
                CompletableFuture.runAsync(() -> server.bayeux().createChannelIfAbsent("/a", channel -> {
                    inside.countDown();
                    await(goOn);
                    channel.setPersistent(true);
                }));
        await(inside);

        CompletableFuture<Boolean> other =
                CompletableFuture.supplyAsync(() -> server.channel("/a").isPersistent());
        goOn.countDown();

        assertThat(other.get(10, TimeUnit.SECONDS)).isTrue();
        maker.get(10, TimeUnit.SECONDS);
    }

    @Test
    void unusedChannelGoesAtTheThirdSweep() {
        server.channel("/a");

        sweep(2);
        assertThat(server.bayeux().getChannel("/a")).isNotNull();

        sweep(1);
        assertThat(server.bayeux().getChannel("/a")).isNull();
    }

    @Test
    void useInBetweenLetsTheCountBeginAgain() {
        ServerChannel channel = server.channel("/a");
        sweep(2);
        channel.setPersistent(true);
        sweep(1);
        channel.setPersistent(false);

        sweep(2);

        assertThat(server.bayeux().getChannel("/a")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("reasonsToStay")
    void usedChannelStays(Consumer<ServerChannel> use) {
        use.accept(server.channel("/a"));

        sweep(10);

        assertThat(server.bayeux().getChannel("/a")).isNotNull();
    }

    static Stream<Consumer<ServerChannel>> reasonsToStay() {
        return Stream.of(
                channel -> channel.setPersistent(true),
                channel -> channel.addListener(new Listener()),
                channel -> channel.addAuthorizer((operation, id, session, message) -> Authorizer.Result.grant()));
    }

    @Test
    void weakListenerKeepsNoChannel() {
        server.channel("/a").addListener(new WeakListener());

        sweep(3);

        assertThat(server.bayeux().getChannel("/a")).isNull();
    }

    @Test
    void channelWithSubscribersStays() {
        server.polling().joins().subscribes("/a");

        for (int i = 0; i < 4; i++) {
            sweep(1);
        }

        assertThat(server.bayeux().getChannel("/a")).isNotNull();
    }

    @Test
    void chainOfUnusedChannelsGoesInOneSweepLowestFirst() {
        server.channel("/a/b/c");
        server.bayeux().addListener(new Hearing());

        sweep(3);

        assertThat(heard).containsExactly("removed /a/b/c", "removed /a/b", "removed /a");
    }

    @Test
    void channelStaysForThoseBelow() {
        server.channel("/a/b").setPersistent(true);

        sweep(10);

        assertThat(server.bayeux().getChannel("/a")).isNotNull();
    }

    @Test
    void channelThatIsAskedForLetsTheCountBeginAgain() {
        server.channel("/a");
        sweep(2);

        server.channel("/a");

        sweep(2);
        assertThat(server.bayeux().getChannel("/a")).isNotNull();
        sweep(1);
        assertThat(server.bayeux().getChannel("/a")).isNull();
    }

    @ParameterizedTest
    @MethodSource("reasonsToStay")
    void whatKeepsAChannelIsNotLostIfItWasJustSwept(Consumer<ServerChannel> use) {
        ServerChannel swept = server.channel("/a");
        sweep(3);

        use.accept(swept);

        sweep(10);
        ServerChannel present = server.bayeux().getChannel("/a");
        assertThat(present).isNotNull().isNotSameAs(swept);
        assertThat(present.getAuthorizers()).isEqualTo(swept.getAuthorizers());
        assertThat(present.getListeners()).isEqualTo(swept.getListeners());
        assertThat(present.isPersistent()).isEqualTo(swept.isPersistent());
    }

    @Test
    void whatCameToTheSuccessorOfASweptChannelCanBeTakenAway() {
        ServerChannel swept = server.channel("/a");
        sweep(3);
        Listener listener = new Listener();
        swept.addListener(listener);
        swept.setPersistent(true);

        swept.removeListener(listener);
        swept.setPersistent(false);

        sweep(3);
        assertThat(server.bayeux().getChannel("/a")).isNull();
    }

    @Test
    void removedChannelDoesNotComeBack() {
        ServerChannel removed = server.channel("/a");
        removed.remove();

        removed.addListener(new Listener());

        assertThat(server.bayeux().getChannel("/a")).isNull();
    }

    @Test
    void subscriptionToTheSuccessorOutlivesTheRemoval() {
        ServerSession session = server.polling().joins().session();
        server.channel("/a").subscribe(session);
        server.bayeux().addListener(new BayeuxServer.ChannelListener() {
            @Override
            public void channelRemoved(String channelId) {
                heard.add("again " + server.channel(channelId).subscribe(session));
            }
        });

        server.channel("/a").remove();

        assertThat(heard).containsExactly("again true");
        ServerChannel present = server.bayeux().getChannel("/a");
        assertThat(present).isNotNull();
        assertThat(present.getSubscribers()).containsExactly(session);
        assertThat(session.getSubscriptions()).containsExactly(present);
    }

    @Test
    void initializersThatAskForEachOthersChannelDoNotWaitForEver() throws Exception {
        CyclicBarrier bothInside = new CyclicBarrier(2);

        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> makeAndAskFor("/a", "/b", bothInside), threads);
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> makeAndAskFor("/b", "/a", bothInside), threads);

        one.get(10, TimeUnit.SECONDS);
        other.get(10, TimeUnit.SECONDS);
        assertThat(server.channel("/a").isPersistent()).isTrue();
        assertThat(server.channel("/b").isPersistent()).isTrue();
    }

    @Test
    void publishersDoNotWaitForAPatternThatIsBeingConfigured() throws Exception {
        InMemoryClient client = server.socket().joins().subscribes("/a");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> maker = CompletableFuture.runAsync(
                () -> server.bayeux().createChannelIfAbsent("/**", channel -> {
                    inside.countDown();
                    await(goOn);
                }),
                threads);
        await(inside);

        server.channel("/a").publish(null, 1);

        client.receives("{'channel':'/a','data':1}");
        goOn.countDown();
        maker.get(10, TimeUnit.SECONDS);
    }

    @Test
    void removingTakesAllBelowAlongDeepestFirst() {
        server.channel("/a/b/c");
        server.channel("/a/*");
        server.channel("/ab");
        server.bayeux().addListener(new Hearing());

        server.channel("/a").remove();

        assertThat(heard).hasSize(4).startsWith("removed /a/b/c").endsWith("removed /a");
        assertThat(server.bayeux().getChannel("/ab")).isNotNull();
    }

    @Test
    void removingTwiceIsToldOnce() {
        ServerChannel channel = server.channel("/a");
        server.bayeux().addListener(new Hearing());

        channel.remove();
        channel.remove();

        assertThat(heard).containsExactly("removed /a");
    }

    @Test
    void childOfARemovedParentDoesNotKeepTheNewOne() {
        server.channel("/a/b");
        server.channel("/a").remove();
        server.channel("/a/c");
        server.channel("/a/c").remove();

        sweep(3);

        assertThat(server.bayeux().getChannel("/a")).isNull();
    }

    private void makeAndAskFor(String name, String other, CyclicBarrier bothInside) {
        server.bayeux().createChannelIfAbsent(name, channel -> {
            try {
                bothInside.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            server.channel(other);
            channel.setPersistent(true);
        });
    }

    private void failWithAChild(ConfigurableServerChannel channel) {
        server.channel(channel.getId() + "/b");
        throw new IllegalStateException("a bug of the application");
    }

    private void sweep(int times) {
        server.clock().advanceMillis((long) times * SWEEP);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Keeps its channel. */
    private static final class Listener implements ConfigurableServerChannel.ServerChannelListener {}

    /** Does not. */
    private static final class WeakListener implements ConfigurableServerChannel.ServerChannelListener.Weak {}

    /** Hears of channels. */
    private final class Hearing implements BayeuxServer.ChannelListener {

        @Override
        public void configureChannel(ConfigurableServerChannel channel) {
            heard.add("configure " + channel.getId());
        }

        @Override
        public void channelAdded(ServerChannel channel) {
            heard.add("added " + channel.getId());
        }

        @Override
        public void channelRemoved(String channelId) {
            heard.add("removed " + channelId);
        }
    }
}
