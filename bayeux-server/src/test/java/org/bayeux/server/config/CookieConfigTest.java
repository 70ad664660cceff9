package org.bayeux.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CookieConfigTest {

    @Test
    void cookieIsHiddenFromScriptsAndLivesAsLongAsTheBrowser() {
        String header = ServerConfig.defaults().cookie().header("id");

        assertThat(header).isEqualTo("BAYEUX_BROWSER=id; Path=/; HttpOnly");
    }

    @Test
    void everyAttributeCanBeSet() {
        ServerConfig config = ServerConfig.of(Map.of(
                "browserCookieName", "B",
                "browserCookieDomain", "example.org",
                "browserCookiePath", "/app",
                "browserCookieSecure", "true",
                "browserCookieHttpOnly", "false",
                "browserCookieSameSite", "Strict"));

        assertThat(config.cookie().header("id"))
                .isEqualTo("B=id; Domain=example.org; Path=/app; Secure; SameSite=Strict");
    }
}
