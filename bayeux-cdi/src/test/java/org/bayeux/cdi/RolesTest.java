package org.bayeux.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Methods of services are for those whose roles they name; in these tests each user has one role, of the same name. */
class RolesTest {

    private static final String DENIED = "{'successful':false,'error':'403::access_denied'}";
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();

    private final Deployment deployment = Deployment.of(Office.class);
    private final BayeuxApplication application = deployment.start();

    /** Some rooms of it. */
    @Service
    @RolesAllowed("member")
    public static class Office {

        @Listener("/members")
        public void members(ServerMessage message) {
            HEARD.add(message.getChannel());
        }

        @Listener("/chiefs")
        @RolesAllowed({"chief", "owner"})
        public void chiefs(ServerMessage message) {
            HEARD.add(message.getChannel());
        }

        @Listener("/all")
        @PermitAll
        public void all(ServerMessage message) {
            HEARD.add(message.getChannel());
        }

        @Listener("/none")
        @DenyAll
        public void none(ServerMessage message) {
            HEARD.add(message.getChannel());
        }

        @RemoteCall("members")
        public String call() {
            return "come in";
        }
    }

    @BeforeEach
    void begins() {
        HEARD.clear();
    }

    @AfterEach
    void ends() {
        deployment.close();
    }

    @Test
    void rolesOfTheClassHoldForMethodsThatNameNone() {
        publish(as("member"), "/members").receivesSome("{'successful':true}");
        publish(as("chief"), "/members").receivesSome(DENIED);
        publish(nobody(), "/members").receivesSome(DENIED);

        assertThat(HEARD).containsExactly("/members");
    }

    @Test
    void annotationsOfAMethodWinOverThoseOfItsClass() {
        publish(as("owner"), "/chiefs").receivesSome("{'successful':true}");
        publish(as("member"), "/chiefs").receivesSome(DENIED);
        publish(nobody(), "/all").receivesSome("{'successful':true}");
        publish(as("member"), "/none").receivesSome(DENIED);

        assertThat(HEARD).containsExactly("/chiefs", "/all");
    }

    @Test
    void refusedMessageReachesNobody() {
        InMemoryClient subscriber = nobody().subscribes("/members");

        publish(nobody(), "/members").receivesSome(DENIED);

        subscriber.receivesNothing();
    }

    @Test
    void remoteCallFailsWithTheError() {
        publish(as("member"), "/service/members").receivesSome("{'successful':true,'data':'come in'}");
        publish(nobody(), "/service/members")
                .receivesSome("{'successful':false,'data':{'error':'403::access_denied',"
                        + "'message':'The server refuses the call'}}");
    }

    @Test
    void codeOnTheServerIsTrustedUnlessAllAreDenied() {
        deployment.client().getChannel("/members").publish(1);
        deployment.server().createChannelIfAbsent("/chiefs").getReference().publish(null, 1);
        deployment.client().getChannel("/none").publish(1);

        assertThat(HEARD).containsExactly("/members", "/chiefs");
    }

    private InMemoryClient as(String user) {
        return client(new Browser().user(user, user));
    }

    private InMemoryClient nobody() {
        return client(new Browser());
    }

    private InMemoryClient client(Browser browser) {
        return InMemoryClient.of(application.engine(), ServerConfig.WEBSOCKET, browser)
                .joins();
    }

    private static InMemoryClient publish(InMemoryClient client, String channel) {
        return client.sends("{'channel':'" + channel + "','clientId':'$id','data':1}");
    }
}
