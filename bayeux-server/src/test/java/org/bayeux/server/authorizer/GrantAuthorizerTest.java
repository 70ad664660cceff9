package org.bayeux.server.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

class GrantAuthorizerTest {

    private final InMemoryServer server = InMemoryServer.start();

    @Test
    void grantNoneClosesTheChannel() {
        server.channel("/games/**").addAuthorizer(GrantAuthorizer.GRANT_NONE);
        server.channel("/games/chess").setPersistent(true);

        assertThat(subscribes("/games/chess")).isFalse();
        assertThat(publishes("/games/chess")).isFalse();
        assertThat(subscribes("/elsewhere")).isTrue();
    }

    @Test
    void grantsAddUp() {
        server.channel("/games/**").addAuthorizer(GrantAuthorizer.GRANT_NONE);
        server.channel("/games/**").addAuthorizer(GrantAuthorizer.GRANT_SUBSCRIBE);
        server.channel("/games/chess").addAuthorizer(GrantAuthorizer.GRANT_PUBLISH);
        server.channel("/games/go").setPersistent(true);

        assertThat(subscribes("/games/chess")).isTrue();
        assertThat(publishes("/games/chess")).isTrue();
        assertThat(subscribes("/games/go")).isTrue();
        assertThat(publishes("/games/go")).isFalse();
    }

    @Test
    void creatingIsGrantedByItself() {
        server.channel("/a/**").addAuthorizer(GrantAuthorizer.GRANT_SUBSCRIBE_PUBLISH);
        server.channel("/b/**").addAuthorizer(GrantAuthorizer.GRANT_CREATE_SUBSCRIBE);
        server.channel("/c/**").addAuthorizer(GrantAuthorizer.GRANT_CREATE_PUBLISH);
        server.channel("/d/**").addAuthorizer(GrantAuthorizer.GRANT_CREATE);
        server.channel("/e/**").addAuthorizer(GrantAuthorizer.GRANT_ALL);

        assertThat(publishes("/a/new")).isFalse();
        assertThat(publishes("/b/new")).isFalse();
        assertThat(subscribes("/b/new")).isTrue();
        assertThat(publishes("/c/new")).isTrue();
        assertThat(subscribes("/d/new")).isFalse();
        assertThat(publishes("/e/new")).isTrue();
        assertThat(subscribes("/e/newer")).isTrue();
    }

    private boolean subscribes(String channel) {
        return succeeds("{'channel':'/meta/subscribe','clientId':'$id','subscription':'" + channel + "'}");
    }

    private boolean publishes(String channel) {
        return succeeds("{'channel':'" + channel + "','clientId':'$id','data':1}");
    }

    private boolean succeeds(String message) {
        InMemoryClient client = server.socket().shakesHands();
        return Boolean.TRUE.equals(client.sends(message).takes().get("successful"));
    }
}
