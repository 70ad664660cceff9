package org.bayeux.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bayeux.cdi.spi.SecurityHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages may talk to the server, and what browsers are told of that. */
class OriginRuleTest {

    private static final String MESSAGE = "{\"channel\":\"/a\",\"id\":\"1\"}";
    private static final String ALLOWED = "https://app.example.com";
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36";

    private final TestResponse response = new TestResponse();
    private final TestRequest request = TestRequest.ofJson(MESSAGE);
    private TestEngine engine = new TestEngine(Map.of("allowedOrigins", ALLOWED));

    @BeforeEach
    void sendTo() {
        header("Host", "chat.example.org:8080");
    }

    @Test
    void clientWithoutAnOriginIsServed() {
        answer();

        assertServedWithoutCors();
    }

    @Test
    void ownPageIsServed() {
        header("Origin", "http://chat.example.org:8080");

        answer();

        assertServedWithoutCors();
        assertThat(response.headers).containsEntry("Vary", "Origin");
    }

    @Test
    void ownPageBehindAProxyIsServed() {
        header("Origin", "https://public.example.org");
        header("X-Forwarded-Host", "public.example.org");

        answer();

        assertServedWithoutCors();
    }

    @Test
    void pageOfAnAllowedOriginIsServedAndMayReadTheAnswer() {
        header("Origin", ALLOWED);

        answer();

        assertServed();
        assertThat(response.headers)
                .containsEntry("Access-Control-Allow-Origin", ALLOWED)
                .containsEntry("Access-Control-Allow-Credentials", "true")
                .containsEntry("Vary", "Origin")
                .containsEntry("Cross-Origin-Resource-Policy", "cross-origin");
    }

    @Test
    void originIsNamedEvenWhereAllAreAllowed() {
        engine = new TestEngine(Map.of("allowedOrigins", "*"));
        header("Origin", "https://anybody.example");

        answer();

        assertServed();
        assertThat(response.headers).containsEntry("Access-Control-Allow-Origin", "https://anybody.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "",
                "http://chat.example.org",
                "https://app.example.com.evil.example"
            })
    void pageOfAnotherOriginIsRefusedBeforeAnythingIsProcessed(String origin) {
        header("Origin", origin);

        answer();

        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "OPTIONS", "PUT"})
    void pageOfAnotherOriginIsRefusedWhateverItAsks(String method) {
        request.method = method;
        request.query = "message=" + MESSAGE;
        header("Origin", "https://evil.example");

        answer();

        assertRefused();
    }

    @Test
    void formOfAnotherOriginIsRefused() {
        request.contentType = "application/x-www-form-urlencoded";
        header("Origin", "https://evil.example");

        answer();

        assertRefused();
    }

    @Test
    void preflightOfAnAllowedOriginIsAnswered() {
        request.method = "OPTIONS";
        header("Origin", ALLOWED);
        header("Access-Control-Request-Method", "POST");
        header("Access-Control-Request-Headers", "content-type, x-token,<script>,X_1, a b");

        answer();

        assertThat(response.status).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers)
                .containsEntry("Access-Control-Allow-Origin", ALLOWED)
                .containsEntry("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                .containsEntry("Access-Control-Allow-Headers", "Content-Type, x-token, x_1")
                .containsEntry("Access-Control-Max-Age", "1800")
                .containsEntry("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers")
                .doesNotContainKeys("Content-Type", "Content-Length");
    }

    @Test
    void optionsThatIsNoPreflightTellsTheMethods() {
        request.method = "OPTIONS";

        answer();

        assertThat(response.status).isEqualTo(204);
        assertThat(response.headers)
                .containsEntry("Allow", "GET, POST, OPTIONS")
                .doesNotContainKey("Access-Control-Allow-Methods");
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void scriptOfAnOwnPageIsServed(String site) {
        askByScript();
        header("Sec-Fetch-Site", site);

        answer();

        assertServedWithoutCors();
    }

    @Test
    void scriptOfAnOwnPageIsServedToABrowserThatTellsThePageOnly() {
        askByScript();
        header("Referer", "http://chat.example.org:8080/chat/index.html?a=http://evil.example/");

        answer();

        assertServedWithoutCors();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "nonsense"})
    void scriptOfAPageOfAnAllowedOriginIsServed(String site) {
        askByScript();
        header("Sec-Fetch-Site", site);
        header("Referer", ALLOWED + "/page");

        answer();

        assertServed();
        assertThat(response.headers).containsEntry("Cross-Origin-Resource-Policy", "cross-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "nonsense"})
    void scriptOfAnotherPageIsRefused(String site) {
        askByScript();
        header("Sec-Fetch-Site", site);
        header("Referer", "https://evil.example/http://chat.example.org:8080/");

        answer();

        assertRefused();
    }

    @Test
    void scriptOfAPageThatHidesIsRefused() {
        askByScript();
        header("Sec-Fetch-Site", "cross-site");

        answer();

        assertRefused();
    }

    @Test
    void scriptInABrowserThatTellsNothingIsRefused() {
        askByScript();

        answer();

        assertRefused();
    }

    @Test
    void scriptOfAnyPageIsServedWhereAllAreAllowed() {
        engine = new TestEngine(Map.of("allowedOrigins", "*"));
        askByScript();

        answer();

        assertServed();
    }

    @Test
    void callbackPollingOfAnotherClientThanABrowserIsServed() {
        askByScript();
        header("User-Agent", "curl/8.0");

        answer();

        assertServedWithoutCors();
    }

    private void askByScript() {
        request.method = "GET";
        request.query = "message=" + MESSAGE;
        header("User-Agent", BROWSER);
    }

    private void assertServed() {
        assertThat(response.status).isEqualTo(200);
        assertThat(engine.received).hasSize(1);
    }

    private void assertServedWithoutCors() {
        assertServed();
        assertThat(response.headers.keySet()).noneMatch(it -> it.startsWith("Access-Control"));
        assertThat(response.headers).containsEntry("Cross-Origin-Resource-Policy", "same-origin");
    }

    private void assertRefused() {
        assertThat(response.status).isEqualTo(403);
        assertThat(response.body()).isEqualTo("Pages of this origin may not talk to this server\n");
        assertThat(response.headers.keySet()).noneMatch(it -> it.startsWith("Access-Control"));
        assertThat(response.headers).containsEntry("Cross-Origin-Resource-Policy", "same-origin");
        assertThat(engine.received).isEmpty();
    }

    private void header(String name, String value) {
        request.headers.put(name, List.of(value));
    }

    private void answer() {
        SecurityHeaders.set(response.response());
        new Reception(engine).receive(request.request(), response.response());
    }
}
