package org.bayeux.cdi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.assertj.core.api.AbstractThrowableAssert;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.event.SessionAdded;
import org.junit.jupiter.api.Test;

/** Mistakes stop the deployment, and all of them are told. */
class DeploymentProblemTest {

    @Test
    void everyMistakeInServicesIsTold() {
        deploying(Mistaken.class, AlsoMistaken.class)
                .hasMessageContaining("BYX-1501: " + Mistaken.class.getName() + ".listen(ServerSession, ServerMessage)")
                .hasMessageContaining("BYX-1521: " + Mistaken.class.getName() + ".session")
                .hasMessageContaining("BYX-1515: " + AlsoMistaken.class.getName());
    }

    @Service
    static class Mistaken {

        @Session
        private String session;

        @Listener("illegal")
        public void listen(ServerSession from, ServerMessage message) {}
    }

    @Service
    static class AlsoMistaken {

        @Listener("/a")
        public void listen(ServerChannel channel) {}
    }

    @Test
    void servicesLastLongerThanOneMessage() {
        deploying(Fleeting.class).hasMessageContaining("BYX-2102").hasMessageContaining(Fleeting.class.getName());
    }

    @Service
    @Dependent
    static class Fleeting {}

    @Test
    void servicesBehindAProxyCanHaveOne() {
        deploying(Unproxyable.class).hasMessageContaining("BYX-2109: " + Unproxyable.class.getName());
    }

    @Service
    @ApplicationScoped
    static class Unproxyable {

        @Inject
        Unproxyable(BayeuxServer server) {}
    }

    @Test
    void targetsHaveOneService() {
        deploying(Answering.class, Contradicting.class)
                .hasMessageContaining("BYX-2103")
                .hasMessageContaining("/service/question")
                .hasMessageContaining(Answering.class.getName())
                .hasMessageContaining(Contradicting.class.getName());
    }

    @Service
    static class Answering {

        @RemoteCall("question")
        public void answer(RemoteCall.Caller caller, Object data) {}
    }

    @Service
    static class Contradicting {

        @RemoteCall("/question")
        public void answer(RemoteCall.Caller caller, Object data) {}
    }

    @Test
    void serverHasOnePolicy() {
        deploying(OnePolicy.class, AnotherPolicy.class)
                .hasMessageContaining("BYX-2104")
                .hasMessageContaining("OnePolicy")
                .hasMessageContaining("AnotherPolicy");
    }

    @ApplicationScoped
    static class OnePolicy implements SecurityPolicy {}

    @ApplicationScoped
    static class AnotherPolicy implements SecurityPolicy {}

    @Test
    void authorizersNameRealChannels() {
        deploying(LostAuthorizer.class)
                .hasMessageContaining("BYX-2105")
                .hasMessageContaining("/rooms/{room}")
                .hasMessageContaining("'nowhere'");
    }

    @ApplicationScoped
    @OnChannel({"/rooms/{room}", "nowhere", "/fine"})
    static class LostAuthorizer implements Authorizer {

        @Override
        public Result authorize(Operation operation, ChannelId channel, ServerSession session, ServerMessage message) {
            return Result.ignore();
        }
    }

    @Test
    void everyMistakeInObserversIsTold() {
        deploying(MistakenObservers.class)
                .hasMessageContaining("BYX-2121: " + MistakenObservers.class.getName()
                        + ".illegal(ChannelMessage): @OnChannel(\"chat\"): ")
                .hasMessageContaining("BYX-2122: " + MistakenObservers.class.getName() + ".nowhere(ChannelMessage)")
                .hasMessageContaining("BYX-2123: " + MistakenObservers.class.getName()
                        + ".noMessage(String): @OnChannel stands on String;")
                .hasMessageContaining("BYX-2124: " + MistakenObservers.class.getName() + ".message(ChannelMessage): "
                        + "no payload can be read as that of ChannelMessage<ServerMessage>;")
                .hasMessageContaining("BYX-2124: " + MistakenObservers.class.getName() + ".open(ChannelMessage)")
                .hasMessageContaining("BYX-2125: " + MistakenObservers.class.getName() + ".late(VetoableMessage)")
                .hasMessageContaining("BYX-2126: " + MistakenObservers.class.getName()
                        + ".afterwards(ChannelMessage): it waits for AFTER_SUCCESS;")
                .hasMessageContaining("BYX-2127: " + MistakenObservers.class.getName()
                        + ".unlike(ChannelMessage): its channels have different parameters: [/a/{x}, /b/{y}];")
                .hasMessageContaining("BYX-2128: " + MistakenObservers.class.getName()
                        + ".unknown(ChannelMessage, String): @Param(\"y\") is none of the parameters [x];")
                .hasMessageContaining("BYX-2129: " + MistakenObservers.class.getName()
                        + ".number(ChannelMessage, int): @Param(\"x\") is no String;")
                .hasMessageContaining("BYX-2130: " + MistakenObservers.class.getName() + ".misplaced: ");
    }

    @ApplicationScoped
    static class MistakenObservers {

        void illegal(@Observes @OnChannel("chat") ChannelMessage<String> message) {}

        void nowhere(@Observes ChannelMessage<String> message) {}

        void noMessage(@Observes @OnChannel("/a") String message) {}

        void message(@Observes @OnChannel("/a") ChannelMessage<ServerMessage> message) {}

        <T> void open(@Observes @OnChannel("/a") ChannelMessage<T> message) {}

        void late(@ObservesAsync @OnChannel("/a") VetoableMessage<String> message) {}

        void afterwards(
                @Observes(during = TransactionPhase.AFTER_SUCCESS) @OnChannel("/a") ChannelMessage<String> message) {}

        void unlike(@Observes @OnChannel({"/a/{x}", "/b/{y}"}) ChannelMessage<String> message) {}

        void unknown(@Observes @OnChannel("/a/{x}") ChannelMessage<String> message, @Param("y") String y) {}

        void number(@Observes @OnChannel("/a/{x}") ChannelMessage<String> message, @Param("x") int x) {}

        void misplaced(@Observes SessionAdded event, @Param("x") String x) {}
    }

    @Test
    void everyMistakeInPublishersIsTold() {
        deploying(MistakenPublishers.class)
                .hasMessageContaining(
                        "BYX-2131: " + MistakenPublishers.class.getName()
                                + ".wild: @ToChannel(\"/a/*\"): Illegal channel \"/a/*\" to publish to: it ends with a wildcard")
                .hasMessageContaining("BYX-2131: " + MistakenPublishers.class.getName() + ".illegal")
                .hasMessageContaining("BYX-2131: " + MistakenPublishers.class.getName()
                        + ".event: an event has no parameters for the template /a/{b};")
                .hasMessageContaining(
                        "BYX-2132: " + MistakenPublishers.class.getName() + ".text: @ToChannel stands on String;")
                .hasMessageContaining("BYX-2133: " + MistakenPublishers.class.getName() + ".nowhere:");
    }

    @ApplicationScoped
    static class MistakenPublishers {

        @Inject
        @ToChannel("/a/*")
        private ChannelPublisher<String> wild;

        @Inject
        @ToChannel("illegal")
        private ChannelPublisher<String> illegal;

        @Inject
        @ToChannel("/a/{b}")
        private Event<String> event;

        @Inject
        @ToChannel("/a")
        private String text;

        @Inject
        private ChannelPublisher<String> nowhere;
    }

    @Test
    void optionsAreLegal() {
        System.setProperty("bayeux.timeuot", "1");
        try {
            deploying(Answering.class).hasMessageContaining("BYX-2101").hasMessageContaining("timeuot");
        } finally {
            System.clearProperty("bayeux.timeuot");
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> deploying(Class<?>... classes) {
        return assertThatThrownBy(() -> Deployment.of(classes).close());
    }
}
