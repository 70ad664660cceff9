package org.bayeux.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CookieConfigTest {

    @Test
    void cookieIsHiddenFromScriptsAndLivesAsLongAsTheBrowser() {
        String header = ServerConfig.defaults().cookie().header("id", false);

        assertThat(header).isEqualTo("BAYEUX_BROWSER=id; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void cookieThatWasSetOverTlsStaysThereUnlessConfigured() {
        assertThat(ServerConfig.defaults().cookie().header("id", true)).contains("; Secure");
        assertThat(ServerConfig.of(Map.of("browserCookieSecure", "false"))
                        .cookie()
                        .header("id", true))
                .doesNotContain("Secure");
    }

    @Test
    void whereOtherSitesAreAllowedTheApplicationChoosesWhetherTheyGetTheCookie() {
        ServerConfig config = ServerConfig.of(Map.of("allowedOrigins", "https://shop.example.com"));

        assertThat(config.cookie().header("id", false)).doesNotContain("SameSite");
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

        assertThat(config.cookie().header("id", false))
                .isEqualTo("B=id; Domain=example.org; Path=/app; Secure; SameSite=Strict");
    }
}
