package org.bayeux.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.config.Settings;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.DefaultSecurityPolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ServerLifecycleTest {

    @Test
    void serverCanBeUsedBeforeItStarts() {
        try (Deployment deployment = Deployment.of(Eager.class, Recording.class)) {
            BayeuxServer server = deployment.server();

            assertThat(server.getChannel("/eager")).isNotNull();
            assertThat(server.getChannel("/recorded")).isNull();
            deployment.start();
            assertThat(server.getChannel("/recorded")).isNotNull();
        }
    }

    @ApplicationScoped
    static class Eager {

        @Inject
        BayeuxServer server;

        void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
            server.createChannelIfAbsent("/eager", new ConfigurableServerChannel.Initializer.Persistent());
        }
    }

    @Test
    void announcedOptionsAreUsedByWhoeverIsFirst() {
        try (Deployment deployment = Deployment.of(Recording.class)) {
            deployment.lifecycle().announce(Settings.read(Map.of("bayeux.sweepPeriod", "123")));

            assertThat(deployment.server().getOption("sweepPeriod")).hasToString("123");
        }
    }

    @Test
    void applicationTellsWhatAdaptersNeed() throws InterruptedException {
        try (Deployment deployment = Deployment.of(Recording.class)) {
            BayeuxApplication application = deployment.start();
            CountDownLatch ran = new CountDownLatch(1);

            application.executor().execute(ran::countDown);

            assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(application.path()).isEqualTo("/cometd");
            assertThat(application.engine().server().getChannel("/recorded")).isNotNull();
        }
    }

    @Test
    void stoppingEndsEverythingInOrder() {
        try (Deployment deployment = Deployment.of(Recording.class, Watching.class)) {
            List<String> recorded = deployment.get(Recording.class).events();
            Watching watching = deployment.get(Watching.class);
            BayeuxApplication application =
                    deployment.start(() -> watching.events().add("transports"));
            LocalSession client = deployment.client();

            deployment.lifecycle().stop();
            deployment.lifecycle().stop();

            assertThat(watching.events()).containsExactly("transports", "Recording", "client");
            assertThat(client.isHandshook()).isFalse();
            assertThat(recorded).isEmpty();
            assertThatThrownBy(() -> application.executor().execute(() -> {}))
                    .isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void whoeverStopsLaterGoesOnWhenAllIsOver() throws InterruptedException {
        try (Deployment deployment = Deployment.of(Recording.class)) {
            List<String> events = new CopyOnWriteArrayList<>();
            CountDownLatch stopping = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            deployment.start(() -> {
                stopping.countDown();
                awaitQuietly(goOn);
                events.add("over");
            });
            Thread first = new Thread(() -> deployment.lifecycle().stop());
            Thread second = new Thread(() -> {
                deployment.lifecycle().stop();
                events.add("second goes on");
            });

            first.start();
            stopping.await();
            second.start();
            await().until(() ->
                    Set.of(Thread.State.WAITING, Thread.State.TERMINATED).contains(second.getState()));
            goOn.countDown();
            second.join();
            first.join();

            assertThat(events).containsExactly("over", "second goes on");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Timeout(30)
    void threadThatStopsMayComeByAgain() {
        try (Deployment deployment = Deployment.of(Recording.class)) {
            deployment.start(() -> deployment.lifecycle().stop());
            LocalSession client = deployment.client();

            deployment.lifecycle().stop();

            assertThat(client.isHandshook()).isFalse();
        }
    }

    @Test
    @Tag("option:jsonContext")
    void jsonLibraryThatIsChosenIsUsed() {
        try (Deployment deployment = Deployment.of(Recording.class)) {
            Settings settings = Settings.read(Map.of("bayeux.jsonContext", WatchedJson.class.getName()));

            BayeuxApplication application = deployment.lifecycle().start(settings, () -> {});

            assertThat(application.engine().codec().context()).isInstanceOf(WatchedJson.class);
        }
    }

    @Test
    void jsonLibraryThatIsChosenInVainIsClosed() {
        try (Deployment deployment = Deployment.of(Recording.class)) {
            Settings settings = Settings.read(Map.of("bayeux.jsonContext", WatchedJson.class.getName()));
            deployment.lifecycle().announce(settings);
            WatchedJson.OPEN.clear();
            WatchedJson.whenMade = () -> deployment.lifecycle().server();

            deployment.lifecycle().server();

            assertThat(WatchedJson.OPEN).hasSize(1);
        }
        assertThat(WatchedJson.OPEN).isEmpty();
    }

    @Test
    void jsonLibraryOfAServerThatStopsBeforeItRunsIsClosed() {
        try (Deployment deployment = Deployment.of(Recording.class)) {
            Settings settings = Settings.read(Map.of("bayeux.jsonContext", WatchedJson.class.getName()));
            deployment.lifecycle().announce(settings);
            WatchedJson.OPEN.clear();
            WatchedJson.whenMade = () -> deployment.lifecycle().stop();

            assertThatThrownBy(() -> deployment.lifecycle().server()).hasMessageContaining("stopped");

            assertThat(WatchedJson.OPEN).isEmpty();
        }
    }

    @Test
    void closedContainerStopsTheServerBeforeItsBeansGo() {
        Deployment deployment = Deployment.of(Recording.class);
        List<String> events = deployment.get(Recording.class).events();
        deployment.start(() -> events.add("transports"));

        deployment.close();

        assertThat(events).containsExactly("transports", "destroyed");
    }

    @Test
    void failingTransportDoesNotKeepTheRestFromStopping() {
        try (Deployment deployment = Deployment.of(Recording.class)) {
            deployment.start(() -> {
                throw new IllegalStateException("on purpose");
            });
            LocalSession client = deployment.client();

            deployment.lifecycle().stop();

            assertThat(client.isHandshook()).isFalse();
        }
    }

    @Test
    void serverWithoutItsBeansIsNotUsed() {
        try (Deployment deployment = Deployment.of(Broken.class)) {
            assertThatThrownBy(deployment::client).hasMessageContaining("on purpose");
            assertThatThrownBy(deployment::client).hasMessageContaining("stopped");
        }
    }

    @Dependent
    static class Broken extends DefaultSecurityPolicy {

        Broken() {
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void serverStartsOnce() {
        try (Deployment deployment = Deployment.of(Recording.class)) {
            deployment.start();

            assertThatThrownBy(deployment::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("BYX-2106");
        }
    }

    @Test
    void stoppedServerNeitherStartsNorRuns() {
        try (Deployment deployment = Deployment.of(Recording.class)) {
            deployment.lifecycle().stop();

            assertThatThrownBy(() -> deployment.lifecycle().server()).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(deployment::start).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void serviceThatCannotBeBoundStopsTheServer() {
        try (Deployment deployment = Deployment.of(Recording.class, Conflicting.class)) {
            assertThatThrownBy(deployment::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("/conflict");

            assertThatThrownBy(() -> deployment.lifecycle().server()).isInstanceOf(IllegalStateException.class);
        }
    }

    @Service
    static class Conflicting {

        @Configure("/conflict")
        public void fail(ConfigurableServerChannel channel) {
            throw new IllegalStateException("The channel is not as it should be");
        }
    }

    @Service
    static class Recording {

        private final List<String> events = new ArrayList<>();

        List<String> events() {
            return events;
        }

        @Listener("/recorded")
        public void record(ServerSession from, ServerMessage message) {}

        @PreDestroy
        void destroy() {
            events.add("destroyed");
        }
    }

    @ApplicationScoped
    static class Watching implements BayeuxServer.SessionListener {

        private final List<String> events = new ArrayList<>();

        List<String> events() {
            return events;
        }

        @Override
        public void sessionRemoved(ServerSession session, boolean timedout) {
            events.add(session.getLocalSession().toString().replaceAll(".*'(.*)'.*", "$1"));
        }
    }
}
