package org.bayeux.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.event.SessionAdded;
import org.bayeux.cdi.event.SessionRemoved;
import org.bayeux.cdi.event.Subscribed;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each session has beans of its own. */
class ClientSessionScopedTest {

    private final Deployment deployment = Deployment.of(
            Basket.class, Slow.class, Births.class, Shop.class, Doorman.class, Guard.class, Watcher.class);
    private final BayeuxApplication application = deployment.start();
    private final Births births = deployment.get(Births.class);

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void eachSessionHasItsOwn() {
        InMemoryClient alice = Deployment.socket(application);
        InMemoryClient bob = Deployment.socket(application);

        alice.publishes("/add", "'apple'");
        bob.publishes("/add", "'bread'");
        alice.publishes("/add", "'avocado'");

        assertThat(births.contents()).contains("[handshake, apple, avocado]", "[handshake, bread]");
    }

    @Test
    void itIsTheSameInEveryCallbackOfTheSession() {
        InMemoryClient client = Deployment.socket(application);

        client.subscribes("/a").publishes("/listened", "1").publishes("/authorized", "1");
        client.sends("{'channel':'/service/call','clientId':'$id','id':'9','data':1}");
        client.disconnects();

        assertThat(births.last()).isEqualTo("[handshake, added, subscribed, listened, authorized, called, removed]");
        assertThat(births.count()).isEqualTo(1);
    }

    @Test
    void itIsDestroyedBehindTheLastCallback() {
        InMemoryClient client = Deployment.socket(application);

        assertThat(births.destroyed()).isEmpty();
        client.disconnects();

        assertThat(births.destroyed()).containsExactly("[handshake, added, removed]");
    }

    @Test
    void itIsDestroyedWhenTheServerStops() {
        Deployment.socket(application);

        application.stop();

        assertThat(births.destroyed()).containsExactly("[handshake, added, removed]");
    }

    @Test
    void itIsDestroyedIfTheHandshakeIsRefused() {
        InMemoryClient.of(application.engine(), ServerConfig.WEBSOCKET, new Browser().user("unwanted"))
                .sends("{'channel':'/meta/handshake','version':'1.0','supportedConnectionTypes':['websocket']}");

        assertThat(births.destroyed()).containsExactly("[handshake]");
    }

    @Test
    void asynchronousObserversFindItWhileTheSessionLives() throws InterruptedException {
        InMemoryClient client = Deployment.socket(application);

        client.publishes("/async", "1");

        assertThat(deployment.get(Watcher.class).next()).isEqualTo("[handshake, added]");
        client.disconnects();
        assertThat(deployment.get(Watcher.class).next()).isEqualTo("ContextNotActiveException");
    }

    @Test
    void elsewhereTheContextIsNotActive() {
        Basket basket = deployment.get(Basket.class);

        assertThatThrownBy(() -> basket.add("x")).isInstanceOf(ContextNotActiveException.class);
        Deployment.socket(application).publishes("/add", "'x'");
        assertThatThrownBy(() -> basket.add("x")).isInstanceOf(ContextNotActiveException.class);
    }

    @Test
    void whatTheServerPublishesByItselfBelongsToNoSession() {
        deployment.server().createChannelIfAbsent("/listened").getReference().publish(null, 1);

        assertThat(births.problems()).containsExactly("ContextNotActiveException");
    }

    @Test
    void messagesAtOnceMakeOneObject() throws Exception {
        InMemoryClient client = InMemoryClient.of(application.engine(), ServerConfig.LONG_POLLING, new Browser())
                .joins();
        ServerSession session = client.session();
        CountDownLatch ready = new CountDownLatch(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> touches = Collections.nCopies(8, () -> {
                ready.countDown();
                await(ready);
                application.engine().currentSession().run(session, () -> deployment
                        .get(Slow.class)
                        .touch());
                return true;
            });
            for (Future<Boolean> touched : threads.invokeAll(touches)) {
                assertThat(touched.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(deployment.get(Births.class).slow()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ApplicationScoped
    static class Births {

        private final List<Basket> baskets = new CopyOnWriteArrayList<>();
        private final List<String> destroyed = new CopyOnWriteArrayList<>();
        private final List<String> problems = new CopyOnWriteArrayList<>();
        private final AtomicInteger slow = new AtomicInteger();

        void born(Basket basket) {
            baskets.add(basket);
        }

        void died(String contents) {
            destroyed.add(contents);
        }

        void problem(String what) {
            problems.add(what);
        }

        int slowBorn() {
            return slow.incrementAndGet();
        }

        int slow() {
            return slow.get();
        }

        int count() {
            return baskets.size();
        }

        List<String> contents() {
            return baskets.stream()
                    .map(it -> it.items.stream()
                            .filter(item -> !item.equals("added"))
                            .toList()
                            .toString())
                    .toList();
        }

        String last() {
            return baskets.get(baskets.size() - 1).items.toString();
        }

        List<String> destroyed() {
            return destroyed;
        }

        List<String> problems() {
            return problems;
        }
    }

    @ClientSessionScoped
    static class Basket {

        @Inject
        Births births;

        private final List<String> items = new CopyOnWriteArrayList<>();

        @PostConstruct
        void born() {
            births.born(this);
        }

        @PreDestroy
        void died() {
            births.died(items.toString());
        }

        void add(String item) {
            items.add(item);
        }

        String contents() {
            return items.toString();
        }
    }

    @ClientSessionScoped
    static class Slow {

        @Inject
        Births births;

        @PostConstruct
        void born() {
            births.slowBorn();
            Thread.yield();
        }

        void touch() {}
    }

    @Service
    static class Shop {

        @Inject
        Basket basket;

        @Inject
        Births births;

        @Listener("/add")
        public void add(ServerSession from, ServerMessage message) {
            basket.add((String) message.getData());
        }

        @Listener("/listened")
        public void listen(ServerSession from, ServerMessage message) {
            try {
                basket.add("listened");
            } catch (ContextNotActiveException e) {
                births.problem("ContextNotActiveException");
            }
        }

        @RemoteCall("call")
        public void call(RemoteCall.Caller caller, Object data) {
            basket.add("called");
            caller.result(1);
        }
    }

    @ApplicationScoped
    static class Doorman implements SecurityPolicy {

        @Inject
        Basket basket;

        @Override
        public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
            if (session.isLocalSession()) {
                return true;
            }
            basket.add("handshake");
            return message.getBayeuxContext().getUserPrincipal() == null;
        }
    }

    @ApplicationScoped
    @OnChannel("/authorized")
    static class Guard implements Authorizer {

        @Inject
        Basket basket;

        @Override
        public Result authorize(Operation operation, ChannelId channel, ServerSession session, ServerMessage message) {
            if (operation == Operation.PUBLISH) {
                basket.add("authorized");
            }
            return Result.grant();
        }
    }

    @ApplicationScoped
    static class Watcher {

        @Inject
        Basket basket;

        private final BlockingQueue<String> later = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            return later.poll(10, TimeUnit.SECONDS);
        }

        void added(@Observes SessionAdded event) {
            if (!event.session().isLocalSession()) {
                basket.add("added");
            }
        }

        void subscribed(@Observes Subscribed event) {
            basket.add("subscribed");
        }

        void removed(@Observes SessionRemoved event) {
            if (!event.session().isLocalSession()) {
                basket.add("removed");
            }
        }

        void async(@ObservesAsync @OnChannel("/async") ChannelMessage<?> message) {
            later.add(basket.contents());
        }

        void removedAsync(@ObservesAsync SessionRemoved event) {
            try {
                later.add(basket.contents());
            } catch (ContextNotActiveException e) {
                later.add("ContextNotActiveException");
            }
        }
    }
}
