package org.bayeux.server.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Subscription;
import org.bayeux.api.Message;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

class ServiceBinderTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final ServiceBinder binder = new ServiceBinder(server.bayeux());
    private final InMemoryClient client = server.socket().shakesHands();

    @Test
    void listenerSeesMessagesBeforeSubscribers() {
        bind(new Listening());
        client.subscribes("/news");

        client.sends("{'channel':'/news','clientId':'$id','data':'draft'}");

        assertThat(dataOf(client.takes(), client.takes())).contains("edited draft");
    }

    @Test
    void listenerThatReturnsFalseStopsTheMessage() {
        Listening service = bind(new Listening());
        client.subscribes("/vetoed");

        client.sends("{'channel':'/vetoed','clientId':'$id','data':1}");

        client.receivesSome("{'channel':'/vetoed','successful':'$any'}").receivesNothing();
        assertThat(service.seen).containsExactly("vetoed");
    }

    @Test
    void listenerThatAnswersLaterHoldsTheMessageBack() {
        Listening service = bind(new Listening());
        client.subscribes("/later");

        client.sends("{'channel':'/later','clientId':'$id','data':1}").receivesNothing();
        service.answer.complete(true);

        assertThat(dataOf(client.takes(), client.takes())).contains(1L);
    }

    @Test
    void listenerWhoseStageFailsStopsNothing() {
        Listening service = bind(new Listening());
        client.subscribes("/later");

        client.sends("{'channel':'/later','clientId':'$id','data':1}");
        service.answer.completeExceptionally(new IllegalStateException("on purpose"));

        assertThat(dataOf(client.takes(), client.takes())).contains(1L);
    }

    @Test
    void listenerThatThrowsStopsNothing() {
        bind(new Listening());
        client.subscribes("/throwing");

        client.sends("{'channel':'/throwing','clientId':'$id','data':1}");

        assertThat(dataOf(client.takes(), client.takes())).contains(1L);
    }

    @Test
    void templateIsCalledWithItsParametersOnlyForFittingChannels() {
        Listening service = bind(new Listening());

        client.publishes("/rooms/red/users/ann", "1");
        client.publishes("/rooms/red/users", "1");
        client.publishes("/rooms/red/others/ann", "1");

        assertThat(service.seen).containsExactly("ann in red");
    }

    @Test
    void ownMessagesAreSeenOnlyIfWanted() {
        Listening service = new Listening();
        LocalSession session = bound(service);

        session.getChannel("/own/unwanted").publish("x");
        session.getChannel("/own/wanted").publish("x");

        assertThat(service.seen).containsExactly("wanted");
    }

    @Test
    void messagesOfTheServerItselfHaveNoSender() {
        Listening service = bind(new Listening());

        server.channel("/own/unwanted").publish(null, "x");

        assertThat(service.seen).containsExactly("unwanted from null");
    }

    @Service
    static class Listening {

        final List<String> seen = new ArrayList<>();
        final CompletableFuture<Boolean> answer = new CompletableFuture<>();

        @Listener("/news")
        public void edit(ServerSession from, ServerMessage.Mutable message) {
            message.setData("edited " + message.getData());
        }

        @Listener("/vetoed")
        public boolean veto(ServerSession from, ServerMessage message) {
            seen.add("vetoed");
            return false;
        }

        @Listener("/later")
        public CompletionStage<Boolean> later(ServerSession from, ServerMessage message) {
            return answer;
        }

        @Listener("/throwing")
        public boolean throwing(ServerSession from, ServerMessage message) {
            throw new IllegalStateException("on purpose");
        }

        @Listener("/rooms/{room}/users/{user}")
        public void room(
                ServerSession from, ServerMessage message, @Param("room") String room, @Param("user") String user) {
            seen.add(user + " in " + room);
        }

        @Listener("/own/unwanted")
        public void unwanted(ServerSession from, ServerMessage message) {
            seen.add("unwanted from " + from);
        }

        @Listener(value = "/own/wanted", receiveOwnPublishes = true)
        public void wanted(ServerSession from, ServerMessage message) {
            seen.add("wanted");
        }
    }

    @Test
    void subscriberSeesPublishedMessagesWithTheParametersOfItsTemplate() {
        Subscribing service = bind(new Subscribing());

        client.publishes("/sub/a/one", "1");
        client.publishes("/sub/a/two", "1");

        assertThat(service.seen).containsExactly("/sub/a/one in a");
    }

    @Service
    static class Subscribing {

        final List<String> seen = new ArrayList<>();

        @Subscription("/sub/{name}/one")
        public void subscribed(Message message, @Param("name") String name) {
            seen.add(message.getChannel() + " in " + name);
        }
    }

    @Test
    void unboundServiceIsNotCalledAndKeepsNoChannel() {
        Listening listening = new Listening();
        ServiceDefinition definition = definition(Listening.class);
        LocalSession session = binder.open(definition);
        ServiceBinding binding = binder.bind(definition, session, ServiceInvoker.on(listening));

        binding.unbind();
        binding.unbind();
        client.publishes("/vetoed", "1");

        assertThat(listening.seen).isEmpty();
        assertThat(server.channel("/vetoed").getListeners()).isEmpty();
    }

    @Test
    void policyMayTakeItsTimeToLetAServiceIn() {
        SecurityPolicy slow = new AllowingLater();
        ServiceBinder patient = new ServiceBinder(InMemoryServer.start(slow).bayeux());

        assertThat(patient.open(definition(Listening.class)).isHandshook()).isTrue();
    }

    @Test
    void channelIsConfiguredBeforeItIsSeen() {
        Configuring service = new Configuring();

        binder.configure(definition(Configuring.class), ServiceInvoker.on(service));

        assertThat(service.configured).containsExactlyInAnyOrder("/new", "/lenient", "/again");
        assertThat(server.bayeux().getChannel("/new").isPersistent()).isTrue();
    }

    @Test
    void channelThatExistsIsAnErrorUnlessTheAnnotationSaysOtherwise() {
        server.channel("/lenient");
        server.channel("/again");
        Configuring service = new Configuring();

        binder.configure(definition(Configuring.class), ServiceInvoker.on(service));

        assertThat(service.configured).containsExactlyInAnyOrder("/new", "/again");
        assertThatThrownBy(() -> binder.configure(definition(Configuring.class), ServiceInvoker.on(service)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/new");
    }

    @Service
    static class Configuring {

        final List<String> configured = new ArrayList<>();

        @Configure("/new")
        public void create(ConfigurableServerChannel channel) {
            channel.setPersistent(true);
            configured.add(channel.getId());
        }

        @Configure(value = "/lenient", errorIfExists = false)
        public void lenient(ConfigurableServerChannel channel) {
            configured.add(channel.getId());
        }

        @Configure(value = "/again", errorIfExists = false, configureIfExists = true)
        public void again(ConfigurableServerChannel channel) {
            configured.add(channel.getId());
        }
    }

    @Test
    void channelWhoseConfigurationFailsIsNotMade() {
        assertThatThrownBy(() ->
                        binder.configure(definition(Misconfiguring.class), ServiceInvoker.on(new Misconfiguring())))
                .hasRootCauseInstanceOf(java.io.IOException.class);
        assertThat(server.bayeux().getChannel("/broken")).isNull();
    }

    @Service
    static class Misconfiguring {

        @Configure("/broken")
        public void fail(ConfigurableServerChannel channel) throws java.io.IOException {
            throw new java.io.IOException("on purpose");
        }
    }

    private <T> T bind(T service) {
        bound(service);
        return service;
    }

    private LocalSession bound(Object service) {
        ServiceDefinition definition = definition(service.getClass());
        LocalSession session = binder.open(definition);
        binder.bind(definition, session, ServiceInvoker.on(service));
        return session;
    }

    private static ServiceDefinition definition(Class<?> type) {
        return ServiceReader.read(type, AnnotationSource.compiled()).definitionOrThrow();
    }

    @SafeVarargs
    private static List<Object> dataOf(java.util.Map<String, Object>... messages) {
        List<Object> data = new ArrayList<>();
        for (java.util.Map<String, Object> message : messages) {
            data.add(message.get("data"));
        }
        return data;
    }

    private static final class AllowingLater implements SecurityPolicy.Async {

        @Override
        public CompletionStage<Boolean> canHandshakeAsync(
                BayeuxServer asking, ServerSession session, ServerMessage message) {
            return later();
        }

        @Override
        public CompletionStage<Boolean> canCreateAsync(
                BayeuxServer asking, ServerSession session, String channel, ServerMessage message) {
            return later();
        }

        @Override
        public CompletionStage<Boolean> canSubscribeAsync(
                BayeuxServer asking, ServerSession session, ServerChannel channel, ServerMessage message) {
            return later();
        }

        @Override
        public CompletionStage<Boolean> canPublishAsync(
                BayeuxServer asking, ServerSession session, ServerChannel channel, ServerMessage message) {
            return later();
        }

        private static CompletionStage<Boolean> later() {
            return CompletableFuture.supplyAsync(() -> true);
        }
    }
}
