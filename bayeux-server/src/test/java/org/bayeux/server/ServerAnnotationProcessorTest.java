package org.bayeux.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.api.client.ClientSession;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

class ServerAnnotationProcessorTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final ServerAnnotationProcessor processor = new ServerAnnotationProcessor(server.bayeux());

    @Test
    void everythingIsProcessedInTheOrderOfALife() {
        Complete service = new Complete();

        assertThat(processor.process(service)).isTrue();
        server.socket().shakesHands().publishes("/a", "1");

        assertThat(service.events).containsExactly("configured", "parent constructed", "constructed", "heard");
    }

    @Test
    void dependenciesAreSet() {
        Complete service = new Complete();

        processor.process(service);

        assertThat(service.server).isSameAs(server.bayeux());
        assertThat(service.setServer).isSameAs(server.bayeux());
        assertThat(service.remote).isSameAs(service.local.getServerSession());
        assertThat(service.client).isSameAs(service.local);
        assertThat(service.local.getId()).startsWith("complete");
    }

    @Test
    void fieldsThatAreSetKeepWhatTheyHave() {
        BayeuxServer other = InMemoryServer.start().bayeux();
        Complete service = new Complete();
        service.server = other;

        processor.process(service);

        assertThat(service.server).isSameAs(other);
    }

    @Test
    void deprocessedServiceIsNotCalledAndItsSessionEnds() {
        Complete service = new Complete();
        processor.process(service);
        service.events.clear();

        assertThat(processor.deprocess(service)).isTrue();
        server.socket().shakesHands().publishes("/a", "1");

        assertThat(service.events).containsExactly("parent destroyed");
        assertThat(service.local.isHandshook()).isFalse();
        assertThat(processor.deprocessCallbacks(service)).isFalse();
    }

    @Test
    void callbacksAreBoundOnce() {
        Complete service = new Complete();
        processor.processDependencies(service);

        processor.processCallbacks(service);
        processor.processCallbacks(service);
        server.socket().shakesHands().publishes("/a", "1");

        assertThat(service.events).containsExactly("heard");
    }

    static class Parent {

        final List<String> events = new ArrayList<>();

        @PostConstruct
        private void parentConstructed() {
            events.add("parent constructed");
        }

        @PreDestroy
        private void parentDestroyed() {
            events.add("parent destroyed");
        }
    }

    @Service("complete")
    static class Complete extends Parent {

        @Inject
        BayeuxServer server;

        @Inject
        String somethingElse;

        BayeuxServer setServer;

        @Session
        LocalSession local;

        @Session
        ServerSession remote;

        ClientSession client;

        @Inject
        void setServer(BayeuxServer server) {
            this.setServer = server;
        }

        @Session
        private void setClient(ClientSession client) {
            this.client = client;
        }

        @Configure("/a")
        public void configure(ConfigurableServerChannel channel) {
            events.add("configured");
        }

        @PostConstruct
        void constructed() {
            events.add("constructed");
        }

        @Listener("/a")
        public void hear(ServerSession from, ServerMessage message) {
            events.add("heard");
        }

        @PreDestroy
        void destroyed() {
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void servicesThatAreEqualAreDifferentServices() {
        Equal first = new Equal();
        Equal second = new Equal();
        processor.process(first);
        processor.process(second);

        server.socket().shakesHands().publishes("/b", "1");
        processor.deprocess(first);
        server.socket().shakesHands().publishes("/b", "1");

        assertThat(first.heard).isEqualTo(1);
        assertThat(second.heard).isEqualTo(2);
    }

    @Service
    static class Equal {

        int heard;

        @Listener("/b")
        public void hear(ServerSession from, ServerMessage message) {
            heard++;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Equal;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Test
    void otherObjectsAreLeftAlone() {
        Object stranger = new Object();

        assertThat(processor.process(stranger)).isFalse();
        assertThat(processor.deprocess(stranger)).isFalse();
    }

    @Test
    void proxyIsProcessedAsTheServiceBehindIt() {
        Equal$$Proxy proxy = new Equal$$Proxy();

        assertThat(processor.process(proxy)).isTrue();
        server.socket().shakesHands().publishes("/b", "1");

        assertThat(proxy.heard).isEqualTo(1);
    }

    /** What proxy makers generate: a subclass that repeats the annotations. */
    @Service
    static class Equal$$Proxy extends Equal {

        @Override
        @Listener("/b")
        public void hear(ServerSession from, ServerMessage message) {
            super.hear(from, message);
        }
    }

    @Test
    void mistakesAreRefused() {
        assertThatThrownBy(() -> processor.process(new Mistaken()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BYX-1501");
    }

    @Service
    static class Mistaken {

        @Listener("illegal")
        public void hear(ServerSession from, ServerMessage message) {}
    }

    @Test
    void lifeCycleMethodsHaveNoParameters() {
        assertThatThrownBy(() -> processor.processPostConstruct(new WrongLife()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static class WrongLife {

        @PostConstruct
        void constructed(String how) {}
    }
}
