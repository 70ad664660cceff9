package org.bayeux.cdi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.assertj.core.api.AbstractThrowableAssert;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
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
        public void listen(String from) {}
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
