package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.Authorizer.Result;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.DefaultSecurityPolicy;
import org.bayeux.server.authorizer.GrantAuthorizer;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** Policy and authorizers: manual 9.3.4 to 9.3.6. */
class AccessTest {

    private static final String GRANTED = "{'successful':true}";

    private final InMemoryServer server = InMemoryServer.start();
    private final InMemoryClient client = server.socket().joins();

    @Test
    void withoutAuthorizersEverythingThatThePolicyAllowsIsGranted() {
        publish("/a/b").receivesSome(GRANTED);
        subscribe("/a/*").receivesSome(GRANTED);
    }

    @Test
    void anAuthorizerThatIgnoresMakesItselfFelt() {
        server.channel("/a/b").addAuthorizer(GrantAuthorizer.GRANT_NONE);

        publish("/a/b").receives("{'channel':'/a/b','successful':false,'error':'403::publish_denied'}");
        subscribe("/a/b").receives("""
            {'channel':'/meta/subscribe','subscription':'/a/b','successful':false,'error':'403::subscribe_denied'}""");
    }

    @Test
    void oneGrantIsEnough() {
        server.channel("/a/b").addAuthorizer(GrantAuthorizer.GRANT_NONE);
        server.channel("/a/**").addAuthorizer(GrantAuthorizer.GRANT_PUBLISH);

        publish("/a/b").receivesSome(GRANTED);
        subscribe("/a/b").receivesSome("{'error':'403::subscribe_denied'}");
    }

    @Test
    void oneDenialIsDecisiveAndTellsItsReason() {
        server.channel("/a/b").addAuthorizer(GrantAuthorizer.GRANT_ALL);
        server.channel("/**").addAuthorizer((operation, channel, session, message) -> Result.deny("curfew"));

        publish("/a/b").receivesSome("{'successful':false,'error':'403:curfew:publish_denied'}");
        subscribe("/a/b").receivesSome("{'successful':false,'error':'403:curfew:subscribe_denied'}");
        publish("/a/new").receivesSome("{'successful':false,'error':'403:curfew:create_denied'}");
        assertThat(server.bayeux().getChannel("/a/new")).isNull();
    }

    @Test
    void authorizersOfPatternsThatDoNotMatchAreNotAsked() {
        server.channel("/b/**").addAuthorizer(GrantAuthorizer.GRANT_NONE);
        server.channel("/a/b/*").addAuthorizer(GrantAuthorizer.GRANT_NONE);
        server.channel("/a").addAuthorizer(GrantAuthorizer.GRANT_NONE);

        publish("/a/b").receivesSome(GRANTED);
    }

    @Test
    void aSubscriptionToAPatternIsJudgedByThePatternsAroundIt() {
        server.channel("/a/*").addAuthorizer(GrantAuthorizer.GRANT_SUBSCRIBE);
        server.channel("/a/b").addAuthorizer((operation, channel, session, message) -> Result.deny("not asked"));

        subscribe("/a/*").receivesSome(GRANTED);
        server.channel("/a/**").addAuthorizer((operation, channel, session, message) -> Result.deny("wider"));
        subscribe("/a/*").receivesSome("{'successful':false,'error':'403:wider:subscribe_denied'}");
        subscribe("/c/*").receivesSome(GRANTED);
    }

    @Test
    void authorizersHearOfCreateBeforeTheOperationItself() {
        List<String> asked = new ArrayList<>();
        server.channel("/a/**").addAuthorizer((operation, channel, session, message) -> {
            asked.add(operation + " " + channel + " by " + message.getChannel());
            return Result.grant();
        });

        publish("/a/b").receivesSome(GRANTED);
        publish("/a/b").receivesSome(GRANTED);
        subscribe("/a/c").receivesSome(GRANTED);

        assertThat(asked)
                .containsExactly(
                        "CREATE /a/b by /a/b",
                        "PUBLISH /a/b by /a/b",
                        "PUBLISH /a/b by /a/b",
                        "CREATE /a/c by /meta/subscribe",
                        "SUBSCRIBE /a/c by /meta/subscribe");
    }

    @Test
    void aReasonWithAColonKeepsTheFormOfTheError() {
        server.channel("/**").addAuthorizer((operation, channel, session, message) -> Result.deny("because: of it"));

        publish("/a/b").receivesSome("{'successful':false,'error':'403:because  of it:create_denied'}");
    }

    @Test
    @SuppressWarnings("NullAway") // what applications do that are not checked
    void anAuthorizerThatAnswersNullDenies() {
        server.channel("/**").addAuthorizer((operation, channel, session, message) -> null);

        publish("/a/b").receivesSome("{'successful':false,'error':'403:authorizer_failed:create_denied'}");
    }

    @Test
    void anAuthorizerThatFailsDenies() {
        server.channel("/a").addAuthorizer((operation, channel, session, message) -> {
            throw new IllegalStateException("broken on purpose");
        });

        publish("/a").receivesSome("{'successful':false,'error':'403:authorizer_failed:publish_denied'}");
    }

    @Test
    void aRemovedAuthorizerHasNoSay() {
        Authorizer none = GrantAuthorizer.GRANT_NONE;
        server.channel("/a").addAuthorizer(none);
        server.channel("/a").removeAuthorizer(none);

        publish("/a").receivesSome(GRANTED);
        assertThat(server.channel("/a").getAuthorizers()).isEmpty();
    }

    @Test
    void thePolicyIsAskedBeforeTheAuthorizers() {
        server.channel("/a").addAuthorizer(GrantAuthorizer.GRANT_ALL);
        server.bayeux().setSecurityPolicy(new DefaultSecurityPolicy() {
            @Override
            public boolean canPublish(
                    BayeuxServer bayeux, ServerSession session, ServerChannel channel, ServerMessage message) {
                return false;
            }

            @Override
            public boolean canCreate(
                    BayeuxServer bayeux, ServerSession session, String channelId, ServerMessage message) {
                return false;
            }
        });

        publish("/a").receivesSome("{'successful':false,'error':'403::publish_denied'}");
        publish("/b").receivesSome("{'successful':false,'error':'403::create_denied'}");
        subscribe("/c").receivesSome("{'successful':false,'error':'403::create_denied'}");
    }

    @Test
    void localSessionsMaySubscribeToEverything() {
        LocalSession auditor = server.bayeux().newLocalSession("auditor");
        auditor.handshake();
        List<Object> heard = new ArrayList<>();

        auditor.getChannel("/**").subscribe((channel, message) -> heard.add(message.getData()));
        publish("/a/b");

        assertThat(heard).containsExactly(1L);
    }

    private InMemoryClient publish(String channel) {
        return client.sends("{'channel':'" + channel + "','clientId':'$id','data':1}");
    }

    private InMemoryClient subscribe(String channel) {
        return client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':'" + channel + "'}");
    }
}
