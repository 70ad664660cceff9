package org.bayeux.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Future;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.cdi.event.SessionAdded;
import org.junit.jupiter.api.Test;

/** What looks right at a glance and would never be called, or would be called by everybody, does not deploy. */
class CarelessMistakesTest {

    @Test
    void whatWouldSilentlyDoNothingIsToldInApprovedWords() throws IOException {
        assertThat(ApprovedMessagesTest.toldOf(Mistakes.class.getDeclaredClasses()))
                .isEqualTo(ApprovedMessagesTest.approved("careless-mistakes.txt"));
    }

    static class Mistakes {

        @ApplicationScoped
        static class NoService {
            @Listener("/a")
            public void listen(String data) {}
        }

        @ApplicationScoped
        static class SessionOfNoService {
            @Session
            private LocalSession session;
        }

        @Service
        interface Contract {}

        @Service
        abstract static class Half {
            @Listener("/a")
            public void listen(String data) {}
        }

        @Service
        @SuppressWarnings("ClassCanBeStatic") // that is the mistake
        class Inner {}

        @Service
        static class UnmarkedConstructor {
            UnmarkedConstructor(BayeuxServer server) {}
        }

        @Service
        static class BlockingFuture {
            @RemoteCall("a")
            public Future<String> call(String data) {
                return null;
            }
        }

        @Service
        static class AsynchronousText {
            @Asynchronous
            @RemoteCall("b")
            public String call(String data) {
                return data;
            }
        }

        @Service
        static class TargetWithPrefix {
            @RemoteCall("/service/c")
            public String call(String data) {
                return data;
            }
        }

        @Service
        static class RequestAsPayload {
            @Listener("/a")
            public void listen(HttpServletRequest request) {}
        }

        @Service
        static class BeanAsPayload {
            @Listener("/a")
            public void listen(NoService bean) {}
        }

        static class Generic<T> {
            @Listener("/a")
            public void listen(T data) {}
        }

        @Service
        @SuppressWarnings("rawtypes") // that is the mistake
        static class OfUnknown extends Generic {}

        @Service
        static class InjectedSession {
            @Inject
            private LocalSession session;
        }

        @Service
        static class GuardedTwice {
            @RolesAllowed("chief")
            @PermitAll
            @RemoteCall("d")
            public String call(String data) {
                return data;
            }
        }

        @Service
        @ClientSessionScoped
        static class ConfiguringTooLate {
            @Configure("/a")
            public void configure(ConfigurableServerChannel channel) {}
        }

        @ApplicationScoped
        static class AnsweringObserver {
            boolean observe(@Observes @OnChannel("/a") ChannelMessage<String> message) {
                return false;
            }
        }

        @ApplicationScoped
        static class GuardedObserver {
            @RolesAllowed("chief")
            void observe(@Observes @OnChannel("/a") ChannelMessage<String> message) {}
        }

        @ApplicationScoped
        static class CuriousObserver {
            void observe(@Observes SessionAdded event, EventMetadata metadata) {}
        }

        @ApplicationScoped
        static class ForgottenObserves {
            void observe(@OnChannel("/a") ChannelMessage<String> message) {}
        }

        @ApplicationScoped
        static class ChannelOnMethod {
            @OnChannel("/a")
            void observe(ChannelMessage<String> message) {}
        }

        @ApplicationScoped
        static class ForgottenInject {
            @ToChannel("/a")
            private ChannelPublisher<String> publisher;
        }

        @ApplicationScoped
        static class WrongQualifier {
            @Inject
            @OnChannel("/a")
            private Event<String> event;
        }
    }

    @Test
    void channelIsConfiguredByOneServiceUnlessBothAgree() {
        assertThatThrownBy(() ->
                        Deployment.of(Configuring.class, ConfiguringToo.class).close())
                .hasMessageContaining("BYX-2112: " + ConfiguringToo.class.getName() + ": " + Configuring.class.getName()
                        + " has configured /a;");
        Deployment.of(Configuring.class, ConfiguringAgain.class).close();
    }

    @Service
    static class Configuring {
        @Configure("/a")
        public void configure(ConfigurableServerChannel channel) {}
    }

    @Service
    static class ConfiguringAgain {
        @Configure(value = "/a", errorIfExists = false)
        public void configure(ConfigurableServerChannel channel) {}
    }

    @Service
    static class ConfiguringToo {
        @Configure("/a")
        public void configure(ConfigurableServerChannel channel) {}
    }

    @Test
    void producerOfNoPolicyDoesNotLetEverybodyIn() {
        try (Deployment deployment = Deployment.of(NoPolicy.class)) {
            assertThatThrownBy(deployment::start)
                    .hasMessageContaining("BYX-2116")
                    .hasMessageContaining("NoPolicy");
        }
    }

    @ApplicationScoped
    static class NoPolicy {
        @Produces
        SecurityPolicy policy() {
            return null;
        }
    }

    @Test
    void serviceWithAFinalMethodNeedsNoProxy() {
        try (Deployment deployment = Deployment.of(Finished.class)) {
            var client = Deployment.socket(deployment.start());

            client.publishes("/service/finished", "'x'");

            assertThat(deployment.get(Finished.class).heard).isEqualTo("x");
        }
    }

    @Service
    static class Finished {

        private String heard = "";

        @Listener("/service/finished")
        public final void listen(String data) {
            heard = data;
        }
    }

    @Test
    void serviceInheritsFromABeanThatIsNone() {
        Deployment.of(Ancestor.class, Descendant.class).close();
    }

    @ApplicationScoped
    static class Ancestor {
        @Listener("/a")
        public void listen(String data) {}
    }

    @Service
    static class Descendant extends Ancestor {}
}
