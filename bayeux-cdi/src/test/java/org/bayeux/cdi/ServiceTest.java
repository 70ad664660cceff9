package org.bayeux.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Subscription;
import org.bayeux.api.Message;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.junit.jupiter.api.Test;

class ServiceTest {

    @Test
    void listenerIsCalledOnceForEachMessage() {
        try (Deployment deployment = Deployment.of(Recorder.class)) {
            deployment.start();

            deployment.client().getChannel("/news").publish("one");

            assertThat(deployment.get(Recorder.class).seen()).containsExactly("one");
        }
    }

    @Test
    void listenerIsCalledWithTheParametersOfItsTemplate() {
        try (Deployment deployment = Deployment.of(Recorder.class)) {
            deployment.start();

            deployment.client().getChannel("/rooms/red/users").publish("x");
            deployment.client().getChannel("/rooms/red/others").publish("x");

            assertThat(deployment.get(Recorder.class).seen()).containsExactly("room red");
        }
    }

    @Test
    void serviceMayBeMadeByItsConstructorAlone() {
        try (Deployment deployment = Deployment.of(Constructed.class)) {
            deployment.start();

            deployment.client().getChannel("/constructed").publish("x");

            assertThat(deployment.server().getChannel("/seen")).isNotNull();
        }
    }

    @Service
    static class Constructed {

        private final BayeuxServer server;

        @Inject
        Constructed(BayeuxServer server) {
            this.server = server;
        }

        @Listener("/constructed")
        public void listen(ServerSession from, ServerMessage message) {
            server.createChannelIfAbsent("/seen");
        }
    }

    @Test
    void subscriptionIsCalled() {
        try (Deployment deployment = Deployment.of(Recorder.class)) {
            deployment.start();

            deployment.client().getChannel("/sub/a").publish("x");

            assertThat(deployment.get(Recorder.class).seen()).containsExactly("subscribed a");
        }
    }

    @Test
    void channelsAreConfiguredBeforeAnyServiceIsBound() {
        try (Deployment deployment = Deployment.of(Recorder.class)) {
            deployment.start();

            assertThat(deployment.server().getChannel("/news").isPersistent()).isTrue();
        }
    }

    @Test
    void remoteCallIsAnswered() {
        try (Deployment deployment = Deployment.of(Recorder.class)) {
            deployment.start();
            List<Message> answers = new ArrayList<>();

            deployment.client().remoteCall("double/3", Map.of("x", 1), answers::add);

            assertThat(answers).hasSize(1);
            assertThat(answers.get(0).isSuccessful()).isTrue();
            assertThat(answers.get(0).getData()).isEqualTo("33");
        }
    }

    @Test
    void remoteCallThatThrowsFailsWithoutDetails() {
        try (Deployment deployment = Deployment.of(Recorder.class)) {
            deployment.start();
            List<Message> answers = new ArrayList<>();

            deployment.client().remoteCall("broken", null, answers::add);

            assertThat(answers).hasSize(1);
            assertThat(answers.get(0).isSuccessful()).isFalse();
            assertThat(answers.get(0).getDataAsMap()).containsOnlyKeys("message");
            assertThat(answers.get(0).getJSON()).doesNotContain("secret");
        }
    }

    @Service
    static class Recorder {

        private final List<String> seen = new ArrayList<>();
        private final BayeuxServer server;

        Recorder() {
            this(null);
        }

        @Inject
        Recorder(BayeuxServer server) {
            this.server = server;
        }

        List<String> seen() {
            return seen;
        }

        @Configure("/news")
        public void configure(ConfigurableServerChannel channel) {
            channel.setPersistent(true);
        }

        @Listener("/news")
        public void news(ServerSession from, ServerMessage message) {
            seen.add((String) message.getData());
        }

        @Listener("/rooms/{room}/users")
        public void room(ServerSession from, ServerMessage message, @Param("room") String room) {
            seen.add("room " + room);
        }

        @Subscription("/sub/{name}")
        public void subscribed(Message message, @Param("name") String name) {
            seen.add("subscribed " + name);
        }

        @RemoteCall("double/{digit}")
        public void twice(RemoteCall.Caller caller, Map<String, Object> data, @Param("digit") String digit) {
            caller.result(digit + digit);
        }

        @RemoteCall("broken")
        public void broken(RemoteCall.Caller caller, Object data) {
            throw new IllegalStateException("secret");
        }
    }
}
