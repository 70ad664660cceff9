package org.bayeux.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Service;
import org.bayeux.api.ChannelId;
import org.bayeux.api.Message;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.DefaultSecurityPolicy;
import org.bayeux.server.authorizer.GrantAuthorizer;
import org.junit.jupiter.api.Test;

/** Beans that belong to the server by their type. */
class InstalledBeansTest {

    @Test
    void policyIsAskedFromTheFirstSessionOn() {
        try (Deployment deployment = Deployment.of(Closed.class)) {
            LocalSession client = deployment.client();

            assertThat(client.isHandshook()).isFalse();
        }
    }

    @Test
    void configurersSetOptionsInTheirOrder() {
        try (Deployment deployment = Deployment.of(Later.class, Sooner.class)) {
            BayeuxApplication application = deployment.start();

            assertThat(application.engine().config().longPolling().timeout()).isEqualTo(Duration.ofMillis(2_000));
            assertThat(deployment.server().getOption("interval")).isEqualTo("7");
        }
    }

    @Test
    void configurerThatMakesAnOptionIllegalStopsTheServer() {
        try (Deployment deployment = Deployment.of(Careless.class)) {
            assertThatThrownBy(deployment::start)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'timeuot'")
                    .hasMessageContaining("did you mean 'timeout'?");
        }
    }

    @ApplicationScoped
    @Priority(1)
    static class Sooner implements BayeuxConfigurer {

        @Override
        public void configure(Map<String, String> options) {
            options.put("timeout", "1000");
            options.put("interval", "7");
        }
    }

    @ApplicationScoped
    @Priority(2)
    static class Later implements BayeuxConfigurer {

        @Override
        public void configure(Map<String, String> options) {
            options.put("timeout", "2000");
        }
    }

    @ApplicationScoped
    static class Careless implements BayeuxConfigurer {

        @Override
        public void configure(Map<String, String> options) {
            options.put("timeuot", "2000");
        }
    }

    @Test
    void alternativePolicyWins() {
        try (Deployment deployment = Deployment.of(Closed.class, Open.class)) {
            assertThat(deployment.client().isHandshook()).isTrue();
        }
    }

    @Test
    void serverWithoutPolicyBeanHasTheDefaultPolicy() {
        try (Deployment deployment = Deployment.of(Journal.class)) {
            assertThat(deployment.server().getSecurityPolicy()).isInstanceOf(DefaultSecurityPolicy.class);
        }
    }

    @ApplicationScoped
    static class Closed implements SecurityPolicy {

        @Override
        public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
            return false;
        }
    }

    @Alternative
    @Priority(1)
    @ApplicationScoped
    static class Open extends DefaultSecurityPolicy {}

    @Test
    void extensionsAreAddedInTheOrderOfTheirPriority() {
        try (Deployment deployment = Deployment.of(Second.class, First.class, Last.class, Journal.class)) {
            deployment.client();

            assertThat(deployment.get(Journal.class).entries()).containsExactly("first", "second", "last");
        }
    }

    @Test
    void producedExtensionsAreAddedToo() {
        try (Deployment deployment = Deployment.of(Producer.class, First.class, Journal.class)) {
            deployment.client();

            assertThat(deployment.get(Journal.class).entries()).containsExactly("produced", "first");
        }
    }

    @Priority(10)
    @ApplicationScoped
    static class First extends Recording {}

    @Priority(20)
    @Dependent
    static class Second extends Recording {}

    @ApplicationScoped
    static class Last extends Recording {}

    static class Recording implements BayeuxServer.Extension {

        @Inject
        Journal journal;

        @Override
        public boolean rcvMeta(ServerSession from, ServerMessage.Mutable message) {
            journal.add(name());
            return true;
        }

        private String name() {
            return getClass().getSimpleName().replaceAll("\\$.*", "").toLowerCase();
        }
    }

    static class Producer {

        @Produces
        @Priority(5)
        @ApplicationScoped
        BayeuxServer.Extension extension(Journal journal) {
            return new BayeuxServer.Extension() {
                @Override
                public boolean rcvMeta(ServerSession from, ServerMessage.Mutable message) {
                    journal.add("produced");
                    return true;
                }
            };
        }
    }

    @Test
    void beansThatAreSeveralThingsAreInstalledAsEach() {
        try (Deployment deployment = Deployment.of(Versatile.class)) {
            deployment.client();

            assertThat(deployment.get(Versatile.class).events()).containsExactly("received", "added");
        }
    }

    @ApplicationScoped
    static class Versatile implements BayeuxServer.Extension, BayeuxServer.SessionListener {

        private final List<String> events = new ArrayList<>();

        List<String> events() {
            return events;
        }

        @Override
        public boolean rcvMeta(ServerSession from, ServerMessage.Mutable message) {
            events.add("received");
            return true;
        }

        @Override
        public void sessionAdded(ServerSession session, ServerMessage message) {
            events.add("added");
        }
    }

    @Test
    void installedBeansMayUseTheServerWhenTheyAreMade() {
        try (Deployment deployment = Deployment.of(Needy.class)) {
            assertThat(deployment.server().getChannel("/needed").isPersistent()).isTrue();
        }
    }

    @Dependent
    static class Needy implements BayeuxServer.ChannelListener {

        @Inject
        Needy(BayeuxServer server) {
            server.createChannelIfAbsent("/needed", new ConfigurableServerChannel.Initializer.Persistent());
        }
    }

    @Test
    void authorizersAreAddedToTheirChannels() {
        try (Deployment deployment = Deployment.of(Gatekeeper.class, Elsewhere.class, Configurer.class)) {
            deployment.start();

            assertThat(publishes(deployment, "/open/a")).isTrue();
            assertThat(publishes(deployment, "/closed/a")).isFalse();
            assertThat(publishes(deployment, "/shut")).isFalse();
        }
    }

    private static boolean publishes(Deployment deployment, String channel) {
        List<Message> replies = new ArrayList<>();
        deployment.client().getChannel(channel).publish("x", (on, reply) -> replies.add(reply));
        return replies.get(0).isSuccessful();
    }

    @ApplicationScoped
    @OnChannel({"/closed/*", "/shut"})
    static class Gatekeeper implements Authorizer {

        @Override
        public Result authorize(Operation operation, ChannelId channel, ServerSession session, ServerMessage message) {
            return Result.deny("closed");
        }
    }

    /** Belongs to no channel, so somebody else has to add it. */
    static class Elsewhere {

        @Produces
        Authorizer none() {
            return GrantAuthorizer.GRANT_NONE;
        }
    }

    @Service
    static class Configurer {

        @Configure("/shut")
        public void configure(ConfigurableServerChannel channel) {
            channel.setPersistent(true);
        }
    }

    @ApplicationScoped
    static class Journal {

        private final List<String> entries = new ArrayList<>();

        void add(String entry) {
            entries.add(entry);
        }

        List<String> entries() {
            return entries;
        }
    }
}
