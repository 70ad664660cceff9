package org.bayeux.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.bayeux.server.config.AllowedOrigins;
import org.junit.jupiter.api.Test;

class OriginCheckTest {

    private final Map<String, String> headers = new HashMap<>(Map.of("Host", "localhost:8080"));
    private String allowed = "";

    @Test
    void ownPagePasses() {
        headers.put("User-Agent", "Mozilla/5.0");
        headers.put("Origin", "http://localhost:8080");

        assertThat(passes()).isTrue();
    }

    @Test
    void ownPageBehindAProxyPasses() {
        headers.put("User-Agent", "Mozilla/5.0");
        headers.put("Origin", "https://app.example.com");
        headers.put("X-Forwarded-Host", "app.example.com");

        assertThat(passes()).isTrue();
    }

    @Test
    void foreignPageDoesNotPassUnlessItIsAllowed() {
        headers.put("User-Agent", "Mozilla/5.0");
        headers.put("Origin", "https://shop.example.com");
        assertThat(passes()).isFalse();

        allowed = "https://shop.example.com";
        assertThat(passes()).isTrue();
    }

    @Test
    void clientWithoutOriginPasses() {
        assertThat(passes()).isTrue();
    }

    @Test
    void clientThatIsNoBrowserMayForgetThePort() {
        headers.put("Origin", "http://localhost");
        assertThat(passes()).isTrue();

        headers.put("Origin", "http://elsewhere");
        assertThat(passes()).isFalse();

        headers.put("Origin", "http://localhost:81");
        assertThat(passes()).isFalse();
    }

    @Test
    void pageOnAnotherPortOfTheSameHostIsForeign() {
        headers.put("Origin", "http://localhost");
        headers.put("User-Agent", "Mozilla/5.0");

        assertThat(passes()).isFalse();
    }

    private boolean passes() {
        return new OriginCheck(AllowedOrigins.of(allowed)).passes(headers::get);
    }
}
