package org.bayeux.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

    private static final String HOST = "app.example.com";

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com, app.example.com",
        "http://app.example.com, app.example.com",
        "https://app.example.com, app.example.com:443",
        "https://app.example.com:443, app.example.com",
        "http://app.example.com, app.example.com:80",
        "http://app.example.com:80, app.example.com",
        "https://app.example.com:8443, app.example.com:8443",
        "HTTPS://App.Example.COM, app.example.com",
        "https://app.example.com, App.EXAMPLE.com",
        "http://localhost:8080, localhost:8080",
        "http://127.0.0.1:8080, 127.0.0.1:8080",
        "http://[::1]:8080, [::1]:8080",
        "http://[2001:DB8::1], [2001:db8::1]",
        "ws://localhost, localhost:80",
        "wss://localhost, localhost:443",
    })
    void ownPagesAreAllowed(String origin, String host) {
        assertThat(AllowedOrigins.of("").allows(origin, host, null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example.com, app.example.com",
        "https://example.com, app.example.com",
        "https://app.example.com.evil.com, app.example.com",
        "https://evilapp.example.com, app.example.com",
        "https://app.example.com:8443, app.example.com",
        "https://app.example.com, app.example.com:8443",
        "https://app.example.com, app.example.com:80",
        "http://localhost:3000, localhost:8080",
        "http://localhost, 127.0.0.1",
        "app://app.example.com, app.example.com:80",
        "https://app.example.com, app.example.com:x",
        "https://app.example.com, ''",
    })
    void otherPagesAreForeign(String origin, String host) {
        assertThat(AllowedOrigins.of("").allows(origin, host, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                " ",
                "app.example.com",
                "//app.example.com",
                "https://",
                "https://app.example.com/",
                "https://app.example.com/path",
                "https://user@app.example.com",
                "https://app.example.com:",
                "https://app.example.com:0",
                "https://app.example.com:65536",
                "https://app.example.com:443443",
                "https://app.example.com https://app.example.com",
                "https://app.example.com\nhttps://app.example.com",
                "https://*.example.com",
                "https://app.example.com\u0000",
                "https://app.ex\u0130mple.com",
            })
    void whatIsNoOriginIsForeignUnlessAllAreAllowed(String origin) {
        assertThat(AllowedOrigins.of("https://app.example.com, https://*.example.com")
                        .allows(origin, HOST, HOST))
                .isFalse();
        assertThat(AllowedOrigins.of("*").allows(origin, HOST, null)).isTrue();
    }

    @Test
    void requestOfNoPageIsAllowed() {
        assertThat(AllowedOrigins.of("").allows(null, HOST, null)).isTrue();
        assertThat(AllowedOrigins.of("").allows(null, null, null)).isTrue();
    }

    @Test
    void pageIsForeignWhereTheHostIsUnknown() {
        assertThat(AllowedOrigins.of("").allows("https://app.example.com", null, null))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.example.com",
                "app.example.com:443",
                "APP.example.com , proxy.internal",
                "app.example.com,proxy.internal"
            })
    void hostThatTheFirstProxyWasAskedForCounts(String forwardedHost) {
        assertThat(AllowedOrigins.of("").allows("https://app.example.com", "10.0.0.7:8080", forwardedHost))
                .isTrue();
    }

    @Test
    void hostThatAnInnerProxyWasAskedForDoesNotCount() {
        assertThat(AllowedOrigins.of("")
                        .allows("https://app.example.com", "10.0.0.7:8080", "www.example.com, app.example.com"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com, https://shop.example.com",
        "https://shop.example.com, https://shop.example.com:443",
        "https://shop.example.com:443, https://shop.example.com",
        "HTTPS://SHOP.example.com, https://shop.example.COM",
        "http://localhost:3000, http://localhost:3000",
        "'http://localhost:3000 , https://shop.example.com', https://shop.example.com",
        "https://*.example.com, https://a.example.com",
        "https://*.example.com, https://a.b.example.com",
        "https://*.example.com:8443, https://a.example.com:8443",
        "capacitor://localhost, capacitor://localhost",
        "http://[::1]:3000, http://[::1]:3000",
        "*, https://anything.at.all",
        "'https://shop.example.com,*', http://elsewhere.com:81",
    })
    void namedOriginIsAllowed(String allowed, String origin) {
        assertThat(AllowedOrigins.of(allowed).allows(origin, "server.com", null))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com, http://shop.example.com",
        "https://shop.example.com, https://shop.example.com:8443",
        "https://shop.example.com, https://shop.example.com.evil.com",
        "https://shop.example.com, https://shopXexample.com",
        "https://*.example.com, https://example.com",
        "https://*.example.com, https://.example.com",
        "https://*.example.com, https://evilexample.com",
        "https://*.example.com, http://a.example.com",
        "https://*.example.com, https://a.example.com:8443",
        "https://*.example.com, https://a.example.com.evil.com",
        "http://localhost:3000, http://localhost",
    })
    void originsBesideTheNamedOnesAreForeign(String allowed, String origin) {
        assertThat(AllowedOrigins.of(allowed).allows(origin, "server.com", null))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.example.com",
                "https://app.example.com/",
                "https://app.example.com,",
                ",",
                "https://app.example.com https://b.example.com",
                "https://*",
                "https://a.*.example.com",
                "https://*example.com",
                "https://app.example.com:0",
                "https://app.example.com:99999",
                "https://app.example.com:*",
                "https://b\u00fccher.example",
                "null",
                "**"
            })
    void whatIsNoOriginFailsTheDeploymentTellingWhatIsLegal(String value) {
        assertThatThrownBy(() -> ServerConfig.of(Map.of("allowedOrigins", value)))
                .isInstanceOf(IllegalConfigException.class)
                .hasMessageContaining("'allowedOrigins'")
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining("https://*.example.com");
    }

    @Test
    void onlyOwnPagesAreAllowedUnlessConfigured() {
        AllowedOrigins origins = ServerConfig.defaults().allowedOrigins();

        assertThat(origins.allows("https://app.example.com", HOST, null)).isTrue();
        assertThat(origins.allows("https://shop.example.com", HOST, null)).isFalse();
    }

    @Test
    void originsAreConfigured() {
        AllowedOrigins origins = ServerConfig.of(Map.of("allowedOrigins", "https://shop.example.com"))
                .allowedOrigins();

        assertThat(origins.allows("https://shop.example.com", HOST, null)).isTrue();
    }
}
