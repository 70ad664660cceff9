package org.bayeux.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bayeux.api.Message;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.event.BayeuxEvent;
import org.bayeux.cdi.event.ChannelAdded;
import org.bayeux.cdi.event.ChannelRemoved;
import org.bayeux.cdi.event.ConnectionLost;
import org.bayeux.cdi.event.ConnectionResumed;
import org.bayeux.cdi.event.SessionAdded;
import org.bayeux.cdi.event.SessionRemoved;
import org.bayeux.cdi.event.Subscribed;
import org.bayeux.cdi.event.Unsubscribed;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.testkit.InMemoryClient;
import org.junit.jupiter.api.Test;

/** What happens to sessions and channels is observed. */
class BayeuxEventTest {

    @Test
    void aSessionIsToldFromItsHandshakeToItsEnd() {
        try (Deployment deployment = Deployment.of(Journal.class)) {
            InMemoryClient client = Deployment.socket(deployment.start());

            client.subscribes("/a").isCut().connects().unsubscribes("/a").disconnects();

            assertThat(deployment.get(Journal.class).of(client.id()))
                    .containsExactly(
                            "added by /meta/handshake",
                            "subscribed to /a by /meta/subscribe",
                            "lost",
                            "resumed",
                            "unsubscribed from /a by /meta/unsubscribe",
                            "removed DISCONNECTED");
        }
    }

    @Test
    void theEndOfASessionEndsItsSubscriptionsFirst() {
        try (Deployment deployment = Deployment.of(Journal.class)) {
            InMemoryClient client = Deployment.socket(deployment.start()).subscribes("/a");
            String id = client.id();

            client.session().disconnect();

            assertThat(deployment.get(Journal.class).of(id))
                    .endsWith("unsubscribed from /a by nobody", "removed REMOVED");
        }
    }

    @Test
    void aServerThatStopsEndsItsSessions() {
        try (Deployment deployment = Deployment.of(Journal.class)) {
            BayeuxApplication application = deployment.start();
            String id = Deployment.socket(application).id();

            application.stop();

            assertThat(deployment.get(Journal.class).of(id)).endsWith("removed STOPPED");
        }
    }

    @Test
    void channelsComeAndGo() {
        try (Deployment deployment = Deployment.of(Journal.class)) {
            deployment.start();

            deployment.server().createChannelIfAbsent("/x").getReference().remove();

            assertThat(deployment.get(Journal.class).ofChannels()).containsExactly("+/x", "-/x");
        }
    }

    @Test
    void observersAreToldInTheirOrder() {
        try (Deployment deployment = Deployment.of(Orderly.class)) {
            Deployment.socket(deployment.start());

            assertThat(deployment.get(Orderly.class).told()).containsExactly("first", "second", "third");
        }
    }

    @Test
    void asynchronousObserversAreToldOnOtherThreads() throws InterruptedException {
        try (Deployment deployment = Deployment.of(Later.class)) {
            deployment.get(Later.class).calledBy(Thread.currentThread());
            InMemoryClient client = Deployment.socket(deployment.start());

            assertThat(deployment.get(Later.class).next()).isEqualTo("added " + client.id() + " elsewhere");
            client.disconnects();
            assertThat(deployment.get(Later.class).next()).isEqualTo("removed DISCONNECTED");
        }
    }

    @Test
    void oneObserverMaySeeAllKinds() {
        try (Deployment deployment = Deployment.of(Everything.class)) {
            Deployment.socket(deployment.start()).subscribes("/a").disconnects();

            assertThat(deployment.get(Everything.class).kinds())
                    .containsSubsequence("SessionAdded", "Subscribed", "Unsubscribed", "SessionRemoved")
                    .contains("ChannelAdded");
        }
    }

    @ApplicationScoped
    static class Journal {

        private final List<String> entries = new CopyOnWriteArrayList<>();
        private final List<String> channels = new CopyOnWriteArrayList<>();

        List<String> of(String id) {
            return entries.stream()
                    .filter(entry -> entry.startsWith(id + ' '))
                    .map(entry -> entry.substring(id.length() + 1))
                    .toList();
        }

        List<String> ofChannels() {
            return channels.stream().filter(it -> it.endsWith("/x")).toList();
        }

        private void add(ServerSession session, String entry) {
            entries.add(session.getId() + ' ' + entry);
        }

        private static String nameOf(Message message) {
            return message == null ? "nobody" : message.getChannel();
        }

        void added(@Observes SessionAdded event) {
            add(event.session(), "added by " + nameOf(event.message()));
        }

        void removed(@Observes SessionRemoved event) {
            add(event.session(), "removed " + event.reason());
        }

        void subscribed(@Observes Subscribed event) {
            add(event.session(), "subscribed to " + event.channel() + " by " + nameOf(event.message()));
        }

        void unsubscribed(@Observes Unsubscribed event) {
            add(event.session(), "unsubscribed from " + event.channel() + " by " + nameOf(event.message()));
        }

        void lost(@Observes ConnectionLost event) {
            add(event.session(), "lost");
        }

        void resumed(@Observes ConnectionResumed event) {
            add(event.session(), "resumed");
        }

        void added(@Observes ChannelAdded event) {
            channels.add('+' + event.channel().getId());
        }

        void removed(@Observes ChannelRemoved event) {
            channels.add('-' + event.channel());
        }
    }

    @ApplicationScoped
    static class Orderly {

        private final List<String> told = new CopyOnWriteArrayList<>();

        List<String> told() {
            return told;
        }

        void third(@Observes @Priority(30) SessionAdded event) {
            told.add("third");
        }

        void first(@Observes @Priority(10) BayeuxEvent event) {
            if (event instanceof SessionAdded) {
                told.add("first");
                throw new IllegalStateException("failing on purpose");
            }
        }

        void second(@Observes @Priority(20) SessionAdded event) {
            told.add("second");
        }
    }

    @ApplicationScoped
    static class Later {

        private volatile Thread caller;
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        void calledBy(Thread thread) {
            caller = thread;
        }

        String next() throws InterruptedException {
            return told.poll(10, TimeUnit.SECONDS);
        }

        void added(@ObservesAsync SessionAdded event) {
            told.add("added " + event.session().getId()
                    + (event.message().getChannel().equals("/meta/handshake") && Thread.currentThread() != caller
                            ? " elsewhere"
                            : " here"));
        }

        void removed(@ObservesAsync SessionRemoved event) {
            told.add("removed " + event.reason());
        }
    }

    @ApplicationScoped
    static class Everything {

        private final List<String> kinds = new CopyOnWriteArrayList<>();

        List<String> kinds() {
            return kinds;
        }

        void any(@Observes BayeuxEvent event) {
            kinds.add(event.getClass().getSimpleName());
        }
    }
}
